import { describe, expect, it } from '@jest/globals';
import { lastMessage } from '../testing/samples';
import { previewAuthor, previewLine, typeWord } from './message-preview';

const words = { image: 'Foto', audio: 'Nota de voz', location: 'Ubicación', deleted: 'Eliminado' } as Record<
  string,
  string
>;
const word = (type: string) => words[type] ?? type;
const line = (type: string, preview: string) => previewLine({ type, preview }, word);

describe('a message in one line', () => {
  it('names what has no words', () => {
    expect(line('image', '')).toBe('📷 Foto');
    expect(line('audio', '')).toBe('🎤 Nota de voz');
    expect(line('deleted', '')).toBe('🚫 Eliminado');
  });

  it('puts the sign before a caption and the whole name before a place', () => {
    expect(line('image', 'Mi sala')).toBe('📷 Mi sala');
    expect(line('location', 'Mall del Sol')).toBe('📍 Ubicación · Mall del Sol');
  });

  it('leaves plain words and templates alone', () => {
    expect(line('text', 'Hola')).toBe('Hola');
    expect(line('template', 'Hola Ana')).toBe('Hola Ana');
    expect(line('something new', 'Hola')).toBe('Hola');
    expect(typeWord('text', word)).toBe('');
  });
});

describe('whose words a row previews', () => {
  const author = (over: Parameters<typeof lastMessage>[0]) => previewAuthor(lastMessage(over), { name: 'Paula' });
  const out = { direction: 'out' as const };
  it('says who, except for the customer', () => {
    expect(author({})).toBeNull();
    expect(author({ ...out, author: 'advisor', authorName: 'Paula' })).toBe('you');
    expect(author({ ...out, author: 'advisor', authorName: 'Mateo' })).toBe('colleague');
    expect(author({ ...out, author: 'assistant' })).toBe('assistant');
    expect(author({ ...out, author: 'campaign' })).toBe('automation');
    expect(author({ ...out, author: 'advisor', type: 'note' })).toBe('note');
  });
});
