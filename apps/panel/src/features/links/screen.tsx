export { LinkScreen } from './components/detail/link-screen';
export { NewLinkScreen } from './components/form/new-link-screen';
export { LinksScreen } from './components/list/links-screen';
