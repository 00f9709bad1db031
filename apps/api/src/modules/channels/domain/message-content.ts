/** What a message says, the same for every channel. `type` is what the thread shows. Money follows the provider (decimal), since it is quoted, not computed with. */
export type MessageContent =
  | { type: 'text'; text: string; previewUrl?: boolean }
  | MediaContent
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string; url?: string }
  | { type: 'contacts'; contacts: SharedContact[] }
  | InteractiveContent
  | TemplateContent
  | { type: 'reaction'; targetProviderMessageId: string; emoji: string | null }
  | { type: 'order'; catalogId: string; text?: string; items: OrderItem[] }
  | { type: 'system'; event: 'number_changed' | 'identity_changed' | 'other'; text: string }
  | { type: 'story_reply' | 'story_mention'; text?: string; storyUrl?: string }
  | { type: 'comment'; text: string; postUrl?: string }
  | { type: 'call'; outcome: string }
  | { type: 'unsupported'; originalType: string | null; providerCode: number | null; reason: string }
  | { type: 'note'; text: string; mentions: string[] };

export type MessageType = MessageContent['type'];
export type MediaType = 'image' | 'audio' | 'video' | 'document' | 'sticker';

export interface MediaContent {
  type: MediaType;
  caption?: string;
  /** Recorded in the app, shown as a voice note. */
  voice?: boolean;
  animated?: boolean;
  fileName?: string;
  /** How the provider hands it out; present on inbound messages until the asset is stored. */
  remote?: RemoteMedia;
  /** Our stored asset; present on outbound messages and on inbound ones once fetched. */
  assetId?: string;
}

export interface RemoteMedia {
  providerMediaId: string;
  contentType: string;
  sha256?: string;
  url?: string;
}

export interface SharedContact {
  name: string;
  phones: { phone: string; waId?: string; type?: string }[];
  emails: string[];
  vcard?: string;
  /** The sender's own number, shared because we asked for it. */
  own?: true;
}

export type InteractiveContent =
  | { type: 'interactive'; kind: 'buttons'; body: string; header?: string; footer?: string; buttons: ReplyButton[] }
  | {
      type: 'interactive';
      kind: 'list';
      body: string;
      header?: string;
      footer?: string;
      button: string;
      sections: ListSection[];
    }
  | {
      type: 'interactive';
      kind: 'link_button';
      body: string;
      header?: string;
      footer?: string;
      label: string;
      url: string;
    }
  | { type: 'interactive'; kind: 'product'; body?: string; footer?: string; catalogId: string; retailerId: string }
  | {
      type: 'interactive';
      kind: 'product_list';
      header: string;
      body: string;
      footer?: string;
      catalogId: string;
      sections: { title: string; retailerIds: string[] }[];
    }
  | { type: 'interactive'; kind: 'catalogue'; body: string; footer?: string; thumbnailRetailerId?: string }
  | { type: 'interactive'; kind: 'location_request' | 'phone_request'; body: string }
  | { type: 'interactive'; kind: 'button_reply' | 'list_reply'; id: string; title: string; description?: string }
  /** A tap on a template's quick reply. */
  | { type: 'interactive'; kind: 'template_button'; id: string; title: string }
  | { type: 'interactive'; kind: 'form_reply'; name?: string; text?: string; values: Record<string, unknown> }
  /** The provider said "interactive" and gave no more. */
  | { type: 'interactive'; kind: 'unknown'; reason: string };

export interface ListSection {
  title?: string;
  rows: { id: string; title: string; description?: string }[];
}

export interface ReplyButton {
  id: string;
  title: string;
}

export interface TemplateContent {
  type: 'template';
  name: string;
  language: string;
  /** The text as the customer sees it, for the thread. */
  text: string;
  headerText?: string;
  footerText?: string;
  buttons: { kind: 'quick_reply' | 'url' | 'phone_number' | 'copy_code' | 'other'; text: string }[];
  /** Values by variable name ("1", "2" for positional ones), per component. */
  header: Record<string, string>;
  body: Record<string, string>;
  buttonParameters: { index: number; kind: 'url' | 'quick_reply' | 'copy_code'; value: string }[];
  headerMediaAssetId?: string;
}

export interface OrderItem {
  retailerId: string;
  quantity: number;
  itemPrice: number;
  currency: string;
}
