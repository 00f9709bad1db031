import type { Intent } from './intent.js';

export interface Rule {
  readonly name: string;
  readonly intent: Intent;
  /** Tried on the masked words joined by blanks; bounded repetitions only. */
  readonly when: RegExp;
  readonly unless?: RegExp;
}

const PERSON =
  '(?:persona|personas|humano|humana|asesor|asesora|asesores|vendedor|vendedora|vendedores|alguien|encargado|encargada|gerente|dueno|duena|agente|representante|operador|operadora|ejecutivo|ejecutiva|supervisor|supervisora|atendente|pessoa|alguem|gente|person|human|agent|someone|somebody|manager|owner|representative|rep|soporte|dono|salesperson|people)';
const TO_A =
  '(?:(?:un|una|algun|alguna|el|la|al|otro|otra|um|uma|o|a|an|the|con|com|to|real|su|tu|otro|directamente|mejor|with|por favor|porfavor) ){0,4}';
const MESSAGES =
  '(?:mensajes?|promos?|promocion\\w{0,4}|publicidad|propagandas?|spam|informacion|ofertas?|novedades|cosas|mensagens|mensagem|promocao|promocoes|messages?|ads|promotions?|texts|emails?|correos?|anuncios|notificaciones|whatsapps?)';

/** High-precision rules, tried in order before the model. */
export const RULES: readonly Rule[] = [
  {
    name: 'injection: instructions',
    intent: 'other',
    when: /\b(?:ignor[aeo]\w{0,6}|olvid\w{1,6}|omit\w{1,4}|desobedec\w{1,4}|esquec\w{1,5}|desconsider\w{1,3}|forget|disregard|override|bypass|salta|saltate|reve[la]\w{0,5}|repit[ae]|repete|mostra\w{0,3}|muestra\w{0,3}|print|reveal|show|imprim\w{1,3}|decime|dime)\b.{0,50}\b(?:instruccion(?:es)?|reglas?|prompt|restriccion(?:es)?|rules|instructions?|regras|instrucoes|ordenes|politicas|guidelines|programacion|configuracion|lo anterior|system)\b/,
  },
  {
    name: 'injection: role',
    intent: 'other',
    when: /\b(?:system prompt|prompt del sistema|developer mode|modo desarrollador|modo dios|modo admin|jailbreak|act as|actua como|actua cual|pretend|finge|finja|fingi|eres ahora|sos ahora|you are now|a partir de ahora (?:eres|sos|vas)|agora voce e|from now on you|sin restricciones|sem restricoes|unrestricted|soy (?:el |tu )?(?:programador|administrador|desarrollador|creador)|i am (?:the |your )?(?:developer|admin|creator))\b/,
  },
  {
    name: 'injection: others data',
    intent: 'other',
    when: /\b(?:datos|telefonos?|numeros?|direcciones|dados|data|phones?|correos|pedidos|compras|lista) (?:de|do|dos|of|from) (?:los |las |tus |sus |todos los |todas las |your |the |all )?(?:otr[oa]s?|outros?|other|demas) (?:clientes?|customers?|usuarios|personas)\b|\bother customers?\b/,
  },
  {
    name: 'opt-out: one word',
    intent: 'opt_out',
    when: /^(?:stop|baja|salir|alto|parar|sair|unsubscribe|desuscribir\w{0,3}|desinscribir\w{0,3}|descadastrar|cancelar|no mas|nomas|remover|opt out|stop all|paren|basta)(?: (?:por favor|porfavor|please|xfa|ya|gracias|mensajes|todo|all|promos|publicidad))?$/,
  },
  {
    name: 'opt-out: do not write',
    intent: 'opt_out',
    when: /\b(?:no|nao|nunca|ni|dont|don t|do not)(?: (?:me|nos|vuelvan a|vuelvas a|quiero que|quiero que me|deseo que me|autorizo que me))? (?:escriban|escribas|escriba|escribirme|manden|mandes|mande|mandarme|envien|envies|envie|enviarme|molesten|molestes|contacten|contactes|contactarme|mandem|enviem|escrevam|contatem|message|text|contact|write|send|llamen)\b/,
    unless:
      /\b(?:llegan?|pedido|todavia|factura|comprobante|clave|cuenta|funciona|hasta que|sin (?:avisar|confirmar)|xprod)\b/,
  },
  {
    name: 'opt-out: go on no more',
    intent: 'opt_out',
    when: /\b(?:no|nao|ni)\b.{0,24}\b(?:sig(?:an|as|a)|continu(?:en|es|e|em)|siguen|vuelvan a) (?:escrib|mand|envi|molest|contact|insist|llam)\w{1,6}\b/,
    unless: /\b(?:pedido|factura|comprobante|clave|xprod)\b/,
  },
  {
    name: 'opt-out: stop doing',
    intent: 'opt_out',
    when: /\b(?:deja|dejen|dejar|dejame|dejenme|para|paren|pare|parem|parar|basta|stop|quit|cesen|chega)(?: ya)?(?: (?:de|con|com|los|me))*(?: me)? (?:escrib\w{1,6}|mand\w{1,6}|envi\w{1,6}|molest\w{1,5}|jod\w{1,5}|contact\w{1,6}|messag\w{1,4}|text\w{1,4}|send\w{0,4}|spam\w{0,6}|tanto mensaje|mensajes|promos|mensagem|mensagens|publicidad|insistir|bothering|writing)\b/,
  },
  {
    name: 'opt-out: receive no more',
    intent: 'opt_out',
    when: new RegExp(
      `\\b(?:no|nao|ya no|don t|dont|do not|not)(?: (?:quiero|deseo|quero|want|me interesa|want to|autorizo|acepto|wish to))?(?: to)?(?: (?:mas|seguir|more|mais|any|recibir|recibiendo|receber|receive|get|el envio de|que me manden|sus|estos|estas|tus|these|your|recebendo))+ ${MESSAGES}\\b`,
    ),
    unless: /\bxprod|no (?:hay|tienen|tenes|tem)\b/,
  },
  {
    name: 'opt-out: no more',
    intent: 'opt_out',
    when: new RegExp(
      `^(?:ya |por favor |please |porfavor )?(?:no|ya no|nao|basta de|chega de)(?: (?:mas|mais|more))? ${MESSAGES}`,
    ),
  },
  {
    name: 'opt-out: take me off',
    intent: 'opt_out',
    when: /\b(?:quit[aeo]\w{0,5}|borr[aeo]\w{0,5}|saqu\w{1,6}|sac[ao]\w{0,4}|elimin\w{1,6}|remov\w{1,5}|remove|take|delete|tir[ae]\w{0,3}|apagu?\w{1,4}|excl?u\w{1,4}|salir\w{0,3}|sair|darme|den|salgo|retir\w{1,5})\b.{0,30}\b(?:listas?|mi numero|mi contacto|mis datos|base|difusion|contactos|list|my number|my data|de baja|meu numero|meus dados|lista de|registros|de su sistema|me off)\b|\b(?:borr[ae]n?me|elimin[ae]n?me|quit[ae]n?me|saqu?[ae]n?me)(?: (?:ya|por favor|porfavor))?$/,
    unless: /\b(?:lista de precios|pedido|carrito)\b/,
  },
  {
    name: 'opt-out: baja',
    intent: 'opt_out',
    when: /\b(?:dar\w{0,3}|doy|den\w{0,2}|dame|deme|denme|solicito|quiero|pido) (?:me )?(?:que me den )?(?:(?:de|la) baja|baja de)\b|\bopt(?:ing)? out\b|\bunsubscribe\b|\bdesuscrib\w{1,5}\b|\bdescadastr\w{1,5}\b/,
    unless: /\bbaja (?:el|la|mi|de (?:mi|la)) (?:plan|servicio|xprod|suscripcion)\b|\bbaja xprod\b/,
  },
  {
    name: 'human: talk to',
    intent: 'human_request',
    when: new RegExp(
      `\\b(?:hablar|hable|hablo|ablar|chatear|comunicar\\w{0,3}|comunic[aoáe]\\w{0,5}|contactar\\w{0,3}|falar|conversar|talk|speak|talking|speaking|chat|connect|transfer\\w{0,5}|transfier\\w{1,6}|deriv[aáe]\\w{0,4}|pas[aáe]\\w{0,4}|pon\\w{0,3}|atiend[ae]|atender|atiendan|put me through|passa|transfere|chama)(?: (?:me|nos|mi|through|pra|para|directo|ya))* ${TO_A}${PERSON}\\b`,
    ),
    unless: /\b(?:mensaje a|precio|hablar de xprod)\b/,
  },
  {
    name: 'human: bare',
    intent: 'human_request',
    when: new RegExp(
      `^(?:(?:hola|quiero|necesito|preciso|busco|con|un|una|a|um|uma|quero|need|want|i|real|me|prefiero|mejor|por favor|porfavor|ya) ){0,4}${PERSON}(?: (?:real|humano|humana|por favor|porfavor|please|de ventas|de carne y hueso|ya|urgente|de verdad|comercial|xfa|de soporte|tecnico)){0,3}$`,
    ),
  },
  {
    name: 'human: the bot',
    intent: 'human_request',
    when: /\b(?:no|sin|basta|nada|odio|eres|sos|es|con|this|you|stop|hate|bot|isso|voce|dejen|deja|quita|apaga)\b.{0,24}\b(?:bots?|robots?|robo|maquinas?|chatbot|machine|asistente (?:virtual|automatico)|contestador|respuestas? automaticas?)\b/,
    unless: /\bxprod (?:robot|bot)\b|\brobots? (?:de|para|aspirador\w*|limpia\w*)\b/,
  },
  {
    name: 'human: call me',
    intent: 'human_request',
    when: /\b(?:llam[aeo](?:me|nme|eme|dme)|llamenme|llamame|llameme|llamarme|me (?:llaman|llamas|llame|llamen|marcan|marca|marque|liga|ligam|ligue|liguem|telefonea)|(?:me|nos) (?:puede|pueden|podes|puedes|podrias?|podrian|pode|podem|podria) (?:\w+ )?(?:llamar|marcar|ligar|telefonear)|llamar al xphone|call me|give me a call|can you call|phone me|could someone call|marcame|marquenme|los puedo llamar|puedo llamar\w{0,3}|can i call|liga pra mim|me de una llamada|una llamada)\b/,
    unless: /\bcomo (?:te|se) llama\w{0,2}\b|\bno me llam/,
  },
  {
    name: 'complaint: swindle',
    intent: 'complaint',
    when: /\b(?:estafadores|estafador|me estafaron|nos estafaron|(?:es|son|fue|esto es|parece) una estafa|que estafa|ladrones|ladron|chorros|rateros|golpistas|caloteiros|scammed|scammers?|(?:is|a) scam|me robaron|denunciar\w{0,3}|denuncio|voy a la fiscalia|profeco|procon|defensa del consumidor|indecopi|superintendencia|sernac|indignad[oa]|verguenza|vergonzoso|pesim[oa]|sinverguenzas|porqueria|me tienen hart[oa]|falta de respeto|me mintieron|nunca mas (?:les )?compro|rip ?off)\b/,
    unless: /\b(?:como se que no|no sera|no es una estafa|is this a scam|como confio|garantia)\b/,
  },
  {
    name: 'complaint: money back',
    intent: 'complaint',
    when: /\b(?:devuelv[ae]n?(?:me)?|devolv(?:er|eme|eran|ame)|regresen(?:me)?|quiero|exijo|want|quero|give me|reintegren|devolvam)(?: (?:ya|que me devuelvan|la devolucion de|de vuelta|me))? (?:mi|meu|my|la|el|o) (?:dinero|plata|money|dinheiro|lana|guita|pisto|refund)\b/,
    unless: /\bsi no me\b|^(?:si|if|se) /,
  },
  {
    name: 'complaint: ignored',
    intent: 'complaint',
    when: /\b(?:nadie|ninguem|nobody|no one|nunca|no)(?: me| nos)? (?:responden?|contestan?|contestaron|respondieron|respondem|answers?|responde|dan respuesta|dan solucion|da solucion)\b|\b(?:en visto|clavaron el visto|sin respuesta|sem resposta)\b/,
  },
  {
    name: 'complaint: paid for nothing',
    intent: 'complaint',
    when: /\b(?:pague|paguei|paid|deposite|transferi|compre|comprei)\b.{0,40}\b(?:y|e|and|pero|mas|but)\b.{0,12}\b(?:nada|nothing|no me llego|nunca llego|no llega|nunca me|no recibi|nao recebi|nao chegou|never|no me han|no me dieron|no me mandaron|no funciona|no sirve|nao funciona|doesn t work)\b/,
  },
  {
    name: 'complaint: came without',
    intent: 'complaint',
    when: /\b(?:vino|llego|venia|veio|came|chegou|recibi|trajeron)\b.{0,30}\b(?:sin (?:el|la|los|las|su)|sem o|without|abiert[oa]|vaci[oa]|rot[oa]|golpead[oa]|usad[oa]|incomplet[oa])\b/,
    unless: /\?|^(?:si|y si)\b/,
  },
  {
    name: 'warranty: word',
    intent: 'warranty',
    when: /\b(?:garantias?|garantizad[oa]s?|warranty|guarantee|servicio tecnico|assistencia tecnica)\b/,
  },
  {
    name: 'warranty: return',
    intent: 'warranty',
    when: /\b(?:devolverl[oa]|devoluciones|devolucao|(?:politica|politicas) de (?:cambios?|devolucion|troca)|return policy|puedo (?:cambiarlo|cambiarla|devolver)|lo puedo (?:cambiar|devolver)|posso (?:trocar|devolver)|can i (?:return|exchange)|hacen cambios|aceptan cambios|aceptan devolucion)\b/,
  },
  {
    name: 'price: haggle',
    intent: 'price_query',
    when: /\b(?:me )?l[oa]s? (?:dejas?|dejan|das|da|dan|dejarias?)(?: \w+)? (?:en|a|por) (?:xnum|xmoney)\b|\b(?:te|le|les) (?:doy|ofrezco|pago) (?:xnum|xmoney) (?:por|y)\b|\bultimo precio\b|\baceptas? (?:xmoney|xnum)\b|\bcan you do (?:xnum|xmoney)\b|\bfaz por (?:xnum|xmoney)\b/,
  },
  {
    name: 'thanks: will confirm',
    intent: 'thanks_closing',
    when: /\b(?:te|le|les) (?:confirmo|aviso|escribo|cuento|digo)\b.{0,16}\b(?:manana|luego|despues|mas tarde|pronto|otro dia|en la (?:tarde|noche)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|amanha|depois)\b/,
    unless: /\b(?:xprod|quiero|compr\w*|cuanto|precio)\b/,
  },
  {
    name: 'purchase: take it',
    intent: 'purchase',
    when: /\b(?:(?:apart|separ|reserv|guard|anot|agreg|sum|agend|pon|encarg)(?:a|e|ue|ga|)(?:me|le|nos|lo|la|melo|mela|selo)|(?:aparte|separe|reserve|guarde|anote|encargo) (?:un|una|el|la|los|las|xnum|xprod)|vendido|trato hecho|confirmo|(?:me )?l[oa] (?:llevo|compro)|me quedo con|quiero comprar|quero comprar|voy a (?:comprar|llevar)|want to buy|i ll take)\b/,
    unless:
      /\b(?:cuanto|precio|quanto|how much|garantia|sumame una duda|no me lo llevo|no lo compro|lista|confirmo que no)\b/,
  },
  {
    name: 'purchase: give me',
    intent: 'purchase',
    when: /\b(?:regal[ae]me|vend[ae]me|dame|deme|me das|mand[ae]me|envi[ae]me|quero (?:o|a|os|as)|quiero (?:el|la|los|las)) (?:(?:un|una|unos|unas|el|la|los|las|xnum) )?xprod\b/,
    unless:
      /\b(?:fotos?|info\w*|precio|cuanto|quanto|datos|detalles?|catalogo|saber|garantia|ver|cotiz\w*|proforma|hay|tienen|devolver|cambiar)\b/,
  },
  {
    name: 'stock: so many',
    intent: 'stock_query',
    when: /\b(?:tenes|tienen|tienes|hay|tem|have|quedan) (?:los |las |unos )?xnum (?:de )?xprod\b|\bxnum (?:de )?xprod\b.{0,30}\b(?:tenes|tienen|tienes|hay|tem|quedan|disponibles)\b/,
    unless: /\b(?:precio|cuanto|quanto|descuento|how much|garantia)\b/,
  },
  {
    name: 'stock: when again',
    intent: 'stock_query',
    when: /\b(?:cuando|quando|when)\b.{0,12}\b(?:llegan|vuelven?|entran?|reponen|ingresan|chegam|voltam?)(?: (?:a|tener|entrar|llegar|haber|ter|mas|de nuevo|mais|los|las|el|la|o|os|as))* xprod\b/,
    unless: /\b(?:mi|mis|meu|minha|compre|pague|pedi|comprei)\b/,
  },
  {
    name: 'price: of a product',
    intent: 'price_query',
    when: /\b(?:(?:que|cuanto|quanto|a como|a cuanto|en cuanto|cuanta plata)\b.{0,14}\b(?:sale|salen|vale|valen|cuesta|cuestan|precio|custa|custam)|cuanta plata|precio (?:de|del|d|por|para)|a como|preco d[eo]|price (?:of|for)|how much (?:is|are|for|does)) (?:el |la |los |las |un |una |o |a |the |de |del |me |do )*xprod\b/,
    unless: /\b(?:envio|flete|frete|shipping|vale la pena|pague|compre|cobraron)\b/,
  },
  {
    name: 'thanks: will come back',
    intent: 'thanks_closing',
    when: /\b(?:despues|luego|mas tarde|manana|otro dia|cualquier cosa|en casa|con mi \w+)\b.{0,24}\b(?:paso|aviso|avisamos|escribo|confirmo|hablamos|llamo|vuelvo|cuento|digo|veo)\b/,
    unless: /\b(?:xprod|apart\w*|separ\w*|reserv\w*|guard\w*|llev\w*|quiero|compr\w*|hay|tienen|cuanto)\b/,
  },
  {
    name: 'thanks: nothing more',
    intent: 'thanks_closing',
    when: /^(?:(?:no|ok|listo|bueno|perfecto|dale|ya) )?(?:(?:por|de) (?:el momento|ahora|momento) )?(?:nada mas|eso es todo|es todo|solo eso|eso era todo|eso nomas|that s all|so isso|no por ahora|no)(?: (?:por (?:ahora|el momento)|muchas|mil|era|gracias|thanks|obrigad[oa]|muy amable)){1,4}$|^(?:no )?(?:muchas )?gracias (?:por|de) (?:ahora|el momento|momento)(?: (?:no|nada|mas|eso es todo)){0,3}$/,
  },
  {
    name: 'thanks: settled',
    intent: 'thanks_closing',
    when: /^(?:(?:muchas |mil )?gracias|listo|ok|bueno|dale|perfecto|genial)(?: (?:ya|todo|me|lo|se|esta|bien|listo|quedo|resuelto|resolvio|solucione|solucionado|pude|gracias)){1,5}$/,
  },
  {
    name: 'order: where is mine',
    intent: 'order_status',
    when: /\b(?:donde|por donde|como|cuando|en que|que paso|estado|status|novedades|where|when|has|cade|onde|quando|ya|llego|salio|despach\w{1,6}|enviaron|mandaron|track|rastre\w{1,3}|guia|meu|my|seguimiento|rastreo|tracking)\b.{0,32}\b(?:mi|mis|meu|minha|my|del|do|el|nuestro) (?:pedido|orden|compra|paquete|encomienda|order|package|encomenda|envio|pago|transferencia|deposito|payment)\b/,
    unless:
      /\b(?:cancelar|agreg\w{1,4}|sum\w{1,4}|quiero pagar|como pago|pagar mi|roto|rota|incomplet[oa]|equivocad[oa]|hago el|hacer el|hacer mi|problema|cambiar|modificar)\b/,
  },
  {
    name: 'order: number',
    intent: 'order_status',
    when: /\bxorder\b/,
    unless: /\b(?:cancelar|agreg\w{1,4}|sumame|roto|rota|incomplet[oa]|equivocad[oa]|problema|cambiar|factura|pague)\b/,
  },
  {
    name: 'order: expires',
    intent: 'order_status',
    when: /\b(?:cuando|hasta cuando|que dia|que fecha|hasta que (?:dia|fecha)|quando|ate quando|when|cuanto tiempo|cuantos dias|fecha)\b.{0,24}\b(?:vence|caduca|expira|expire|expires|termina|acaba|se me (?:vence|acaba|termina)|me queda de|le queda a mi|faltan|finaliza|end|ends|run out)\b/,
  },
];

/** The first rule that fits the words. */
export function ruleFor(words: string): Rule | undefined {
  const text = words.slice(0, 400);
  return RULES.find((rule) => rule.when.test(text) && rule.unless?.test(text) !== true);
}
