export { CatalogueScreen, ItemScreen } from './screen';
