export { CatalogueModule } from './catalogue.module.js';
export { CatalogueHttpModule } from './catalogue-http.module.js';
export { Catalogue, type CatalogueSnapshot } from './catalogue.facade.js';
export { itemChanged } from './catalogue.events.js';
export { inStock, type FaqEntry, type Item, type ItemAttributes, type ItemKind } from './domain/item.js';
export { photoAddress } from './domain/photo.js';
export { FaqEditing } from './services/faq-editing.js';
export { ItemEditing, type NewItem } from './services/item-editing.js';
