export { LinkScreen, LinksScreen, NewLinkScreen } from './screen';
