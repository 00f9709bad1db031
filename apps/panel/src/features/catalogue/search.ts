import { choiceParam, compact, textParam } from '../../app/search-params';
import { ITEM_KINDS, type ItemKind } from './model/item';

/** The filters of the catalogue as they stand in the address bar. */
export interface CatalogueSearch {
  categoria?: string;
  tipo?: ItemKind;
  /** Only what can be sold now, or only what is missing. */
  stock?: 'si' | 'no';
  /** What is no longer offered. */
  archivados?: 'si';
  q?: string;
}

export function readCatalogueSearch(raw: Record<string, unknown>): CatalogueSearch {
  return compact({
    categoria: textParam(raw, 'categoria')?.slice(0, 80),
    tipo: choiceParam(raw, 'tipo', ITEM_KINDS),
    stock: choiceParam(raw, 'stock', ['si', 'no'] as const),
    archivados: choiceParam(raw, 'archivados', ['si'] as const),
    q: textParam(raw, 'q')?.slice(0, 200),
  });
}
