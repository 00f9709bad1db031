export { CatalogueScreen } from './components/catalogue-screen';
export { ItemScreen } from './components/item-screen';
