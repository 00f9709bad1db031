import { compact, textParam } from '../../app/search-params';

/** The filters of the catalogue as they stand in the address bar. */
export interface CatalogueSearch {
  categoria?: string;
  tipo?: string;
  stock?: string;
  q?: string;
}

export function readCatalogueSearch(raw: Record<string, unknown>): CatalogueSearch {
  return compact({
    categoria: textParam(raw, 'categoria'),
    tipo: textParam(raw, 'tipo'),
    stock: textParam(raw, 'stock'),
    q: textParam(raw, 'q'),
  });
}
