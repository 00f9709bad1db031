const PHONE_IN_URL = /(\+|%2B)?\d{7,15}/g;
const QUERY_VALUE = /([?&][^=&#]+=)[^&#]*/g;

/** A URL as it may be logged: no query values, no phone numbers, nothing over 300 characters. */
export const redactUrl = (url: string): string =>
  url.slice(0, 300).replace(QUERY_VALUE, '$1…').replace(PHONE_IN_URL, '…');
