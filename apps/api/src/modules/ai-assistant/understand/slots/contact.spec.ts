import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../read-message.js';
import { readEmail, readName, readPhone } from './contact.js';

const name = (text: string, asked = false): string | null => readName(readMessage(text), asked);
const email = (text: string): string | null => readEmail(readMessage(text));
const phone = (text: string): string | null => readPhone(readMessage(text));

describe('the name of the customer', () => {
  it.each([
    ['buenas, soy Ramiro', 'Ramiro'],
    ['soy ximena, averiguo por el ropero', 'Ximena'],
    ['hola me llamo Nahuel Quiroga', 'Nahuel Quiroga'],
    ['mi nombre es maría fernanda', 'María Fernanda'],
    ['le saluda Washington Cedeño de Portoviejo', 'Washington Cedeño'],
    ['le escribe la Sra. Piedad', 'Piedad'],
    ['ponelo a nombre de Ignacio Funes', 'Ignacio Funes'],
    ['factura a nombre de Gladys Mena', 'Gladys Mena'],
    ['oi, sou o Thiago', 'Thiago'],
    ['me chamo Larissa Prado', 'Larissa Prado'],
    ['my name is Emily Carter', 'Emily Carter'],
    ['hello, this is Olivia', 'Olivia'],
    ["i'm Derek from Austin", 'Derek'],
    ['Soy Ñusta Condori', 'Ñusta Condori'],
    ["habla Renzo D'Angelo", "Renzo D'Angelo"],
  ])('in "%s" is %s', (text, expected) => {
    expect(name(text)).toBe(expected);
  });

  it.each([
    'soy enfermera y necesito algo cómodo',
    'soy fotógrafo',
    'soy diseñadora gráfica',
    'soy electricista, precio por mayor?',
    'soy de Neuquén',
    'soy cliente de hace años',
    'soy buenísimo regateando',
    'somos una empresa de eventos',
    'this is ridiculous',
    'THIS IS RIDICULOUS',
    'i am disappointed',
    "i'm looking for a sofa",
    "i'm interested in the a15",
    'sou brasileiro',
    'aquí esperando la respuesta',
    'habla un cliente enojado',
    'acá no hay nadie?',
    'nombre',
    '',
  ])('is not in "%s"', (text) => {
    expect(name(text)).toBeNull();
  });

  it.each([
    ['Marisol', 'Marisol'],
    ['wilmer cedeño', 'Wilmer Cedeño'],
    ['claro, Estefanía', 'Estefanía'],
    ['Xochitl', 'Xochitl'],
  ])('is "%s" alone once it was asked for', (text, expected) => {
    expect(name(text, true)).toBe(expected);
  });

  it.each(['listo', 'agregale', 'mandamelo', 'Guayaquil', 'no', 'por qué?', '12345', 'cuánto sale', 'ok gracias'])(
    'is not "%s" although it was asked for',
    (text) => {
      expect(name(text, true)).toBeNull();
    },
  );

  it('is read from its own words only, not from what follows', () => {
    expect(name('soy Tamara y quiero dos fundas')).toBe('Tamara');
    expect(name('me llamo Hugo, mi correo es h@x.com')).toBe('Hugo');
    expect(name('Paola de Loja')).toBe('Paola');
  });
});

describe('the e-mail address', () => {
  it.each([
    ['mi correo: CAMILA.SOTO@Ejemplo.COM', 'camila.soto@ejemplo.com'],
    ['escribime a r+ventas@mail.com.ar.', 'r+ventas@mail.com.ar'],
    ['é joao_silva@empresa.com.br', 'joao_silva@empresa.com.br'],
    ['(ana-maria@uno.dos.ec)', 'ana-maria@uno.dos.ec'],
  ])('in "%s" is %s', (text, expected) => {
    expect(email(text)).toBe(expected);
  });

  it.each(['escribime a @tienda', 'ana@', '@ejemplo.com', 'ana@localhost', 'arroba gmail punto com', ''])(
    'is not in "%s"',
    (text) => {
      expect(email(text)).toBeNull();
    },
  );
});

describe('the telephone number', () => {
  it.each([
    ['+593 99 123 4567', '593991234567'],
    ['mi cel es 11-5555-0199', '1155550199'],
    ['anotá (0341) 455 1234', '03414551234'],
    ['+55 (11) 98888-7777 é o meu', '5511988887777'],
    ['whatsapp 3101234567', '3101234567'],
  ])('in "%s" is %s', (text, expected) => {
    expect(phone(text)).toBe(expected);
  });

  it.each([
    'pedido 4455667788',
    'mi cédula 1712345678',
    'cpf 12345678901',
    'te pago 1500000 pesos',
    'vale $1.250.000',
    '1.250.000',
    '12345',
    'el de 128 y el de 256',
    'factura 0019988776',
  ])('is not in "%s"', (text) => {
    expect(phone(text)).toBeNull();
  });
});
