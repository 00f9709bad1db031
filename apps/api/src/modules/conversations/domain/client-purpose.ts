/** The purpose that a caller's own id gives to a message: once in this conversation for this caller. */
export const clientPurpose = (conversationId: string, callerId: string, clientMessageId: string): string =>
  `client ${conversationId} ${callerId} ${clientMessageId}`;
