import { applyLinksRealtime } from './apply-realtime';

applyLinksRealtime();

export { LinkScreen, LinksScreen, NewLinkScreen } from './screen';
