export { GalleryScreen } from './screen';
