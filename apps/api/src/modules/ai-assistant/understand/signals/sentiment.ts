const BAD =
  /\b(?:pesim\w{1,3}|horrible|mal[oa]s?|estafa\w{0,5}|verguenza|vergonzoso|indignad[oa]|harto|harta|enojad[oa]|molest[oa]|molesta|podrid[oa]|porqueria|basura|mentira\w{0,3}|mintieron|terrible|awful|worst|angry|scam|roto|rota|denunciar|ladrones|caliente|decepcionad[oa]|disappointed|insatisfeit[oa]|pessim[oa]|golpe|nunca mas)\b|[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}\u{1F44E}]/gu;
const GOOD =
  /\b(?:gracias|genial|excelente|perfecto|buenisim[oa]|me encanta|chevere|bacano|joya|crack|obrigad[oa]|otimo|great|thanks|awesome|love|lindo|linda|hermos[oa]|feliz)\b|[\u{1F44D}\u{1F60A}\u{2764}\u{1F60D}\u{1F64F}]/gu;

export type Sentiment = 'positive' | 'neutral' | 'negative';

/** The mood of a folded text by its words and faces. */
export function sentimentOf(folded: string): Sentiment {
  const bad = [...folded.matchAll(BAD)].length;
  const good = [...folded.matchAll(GOOD)].length;
  if (bad > good || (bad > 0 && bad === good)) return 'negative';
  return good > 0 ? 'positive' : 'neutral';
}
