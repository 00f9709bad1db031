/** Words that name a version of a model: an item that bears one the customer did not say is the less likely one. */
export const VARIANT_WORDS: ReadonlySet<string> = new Set([
  'pro', 'max', 'plus', 'ultra', 'mini', 'lite', 'fe', 'se', 'air', 'prime', 'note', 'slim', 'digital', 'premium', 'basico', 'basic', 'familiar', 'family', 'duo', 'estandar', 'standard',
  'neo', 'edge', 'flip', 'fold', 'fusion', 'play', 'power', 'turbo', 'super', 'oled', 'qled',
]);

/** What a customer calls the version without any of those. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(['comun', 'normal', 'basico', 'simple', 'base', 'sencillo', 'regular', 'comum', 'estandar', 'clasico']);

/** Words that are names in a catalogue and everyday words in a sentence: "un poco", "max 2". */
export const AMBIGUOUS_WORDS: ReadonlySet<string> = new Set([
  'poco', 'max', 'star', 'prime', 'note', 'one', 'go', 'play', 'switch', 'mini', 'plus', 'pro', 'super', 'king', 'premium', 'digital', 'power', 'sala', 'casa', 'hogar', 'apple', 'office', 'windows', 'mi', 'moto', 'baños', 'banos', 'norte', 'sur', 'luz', 'sol',
  'familiar', 'family', 'individual', 'personal', 'mensual', 'anual', 'pantalla', 'perfil', 'cuenta', 'plan', 'gratis', 'nuevo', 'nueva', 'original', 'grande', 'chico', 'mediano', 'home', 'standard', 'mas', 'air', 'sin', 'con', 'band', 'control', 'box', 'cubo', 'saldo', 'recarga', 'band', 'lap', 'capa', 'carga', 'memoria',
]);
