/** How far an outgoing message got. `unknown`: the provider never confirmed it. */
export type TickStatus = 'pending' | 'queued' | 'sent' | 'delivered' | 'read' | 'unknown' | 'failed';

/** The kit's own words, already translated. The application gives them once, through `UiProvider`. */
export interface UiLabels {
  close: string;
  clear: string;
  open: string;
  remove: string;
  retry: string;
  copyDetail: string;
  copied: string;
  noResults: string;
  loading: string;
  optional: string;
  busy: string;
  notifications: string;
  showPassword: string;
  hidePassword: string;
  selectAllRows: string;
  selectRow: string;
  sortedAscending: string;
  sortedDescending: string;
  loadMore: string;
  moreFailed: string;
  steps: string;
  stepDone: string;
  phonePreview: string;
  channels: Record<'whatsapp' | 'instagram' | 'sandbox', string>;
  ticks: Record<TickStatus, string>;
}
