import type { Schemas } from '@hilo/api-client';
import type { AssistantMode, Channel } from '../api/channels';

export interface ChannelFields {
  name: string;
  /** The number as people write it; tracked links lead to it. */
  displayAddress: string;
  rate: number;
  assistantMode: AssistantMode;
  teamId: string | null;
  active: boolean;
}

/** What of a channel a form may change. */
export const channelFields = ({ name, displayAddress, rate, assistantMode, team, active }: Channel): ChannelFields => ({
  name,
  displayAddress: displayAddress ?? '',
  rate,
  assistantMode,
  teamId: team?.id ?? null,
  active,
});

export interface ConnectFields {
  name: string;
  phoneNumberId: string;
  businessAccountId: string;
  displayAddress: string;
  country: string;
  accessToken: string;
  appSecret: string;
}

export type ConnectField = keyof ConnectFields;

const RULES: Record<ConnectField, RegExp> = {
  name: /[\p{L}\p{N}]/u,
  phoneNumberId: /^\d{5,30}$/,
  businessAccountId: /^\d{5,30}$/,
  displayAddress: /^$|^\+?[\d ()-]{5,40}$/,
  country: /^[A-Za-z]{2}$/,
  accessToken: /^.{10,1000}$/,
  appSecret: /^.{32,200}$/,
};

/** The guided steps, with what each asks for. */
export const CONNECT_STEPS: readonly (readonly ConnectField[])[] = [
  ['name', 'phoneNumberId', 'businessAccountId', 'displayAddress', 'country'],
  ['accessToken', 'appSecret'],
];

/** Which of these fields the API would refuse as they are. */
export const connectProblems = (fields: ConnectFields, asked: readonly ConnectField[]): ConnectField[] =>
  asked.filter((field) => !RULES[field].test(fields[field].trim()));

/** Where a field stands in what is sent. */
export const CONNECT_POINTERS: Record<ConnectField, string> = {
  name: '/name',
  phoneNumberId: '/phoneNumberId',
  businessAccountId: '/businessAccountId',
  displayAddress: '/displayAddress',
  country: '/country',
  accessToken: '/credentials/accessToken',
  appSecret: '/credentials/appSecret',
};

export function connectBody(fields: ConnectFields): Schemas['OpenChannelBody'] {
  const text = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value.trim()]),
  ) as unknown as ConnectFields;
  return {
    kind: 'whatsapp_cloud',
    name: text.name,
    phoneNumberId: text.phoneNumberId,
    businessAccountId: text.businessAccountId,
    country: text.country.toUpperCase(),
    ...(text.displayAddress !== '' && { displayAddress: text.displayAddress }),
    credentials: { accessToken: text.accessToken, appSecret: text.appSecret },
  };
}
