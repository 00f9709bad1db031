/** Chat abbreviations, folded form -> written out (a value may not hold a space: tokens keep their positions). */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    q: 'que', k: 'que', ke: 'que', qe: 'que', d: 'de', x: 'por', xq: 'porque', pq: 'porque', porq: 'porque', tmb: 'tambien', tb: 'tambien',
    tbm: 'tambem', cto: 'cuanto', qto: 'quanto', qnto: 'quanto', cuanto: 'cuanto', kuanto: 'cuanto', cnto: 'cuanto', cdo: 'cuando', dnd: 'donde', pa: 'para',
    toy: 'estoy', ta: 'esta', tas: 'estas', porfa: 'porfavor', xfa: 'porfavor', xfavor: 'porfavor', plis: 'porfavor', pls: 'please', plz: 'please', plss: 'please',
    bn: 'bien', grax: 'gracias', grs: 'gracias', gcias: 'gracias', grx: 'gracias', thx: 'thanks', ty: 'thanks', tks: 'thanks',
    vc: 'voce', vcs: 'voces', hj: 'hoje', obg: 'obrigado', blz: 'beleza', vlw: 'valeu', msj: 'mensaje', msg: 'mensaje', msjs: 'mensajes', wpp: 'whatsapp', wsp: 'whatsapp', wasap: 'whatsapp',
    wtsp: 'whatsapp', dir: 'direccion', info: 'informacion', kiero: 'quiero', qiero: 'quiero', qro: 'quiero', kero: 'quiero', nesecito: 'necesito',
    ncsito: 'necesito', bsco: 'busco', ai: 'hay', aki: 'aqui', aora: 'ahora', haora: 'ahora', asta: 'hasta', tenes: 'tenes', u: 'you', r: 'are', ur: 'your',
    hla: 'hola', ola: 'hola', bns: 'buenas', bnas: 'buenas', desc: 'descuento', dto: 'descuento', dscto: 'descuento', cel: 'celular', celu: 'celular',
  }),
);
