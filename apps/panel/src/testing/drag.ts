import { act, fireEvent } from '@testing-library/react';

/** jsdom drags nothing: this is the part of the browser's own dragging that the board hears. */
class DragEventOfJsdom extends MouseEvent {
  readonly dataTransfer: DataTransfer;

  constructor(type: string, init: DragEventInit = {}) {
    super(type, init);
    this.dataTransfer = init.dataTransfer ?? carried();
  }
}

function carried(): DataTransfer {
  const kept = new Map<string, string>();
  const transfer = {
    dropEffect: 'none',
    effectAllowed: 'all',
    files: [],
    items: [],
    get types() {
      return [...kept.keys()];
    },
    setData: (type: string, value: string) => void kept.set(type, value),
    getData: (type: string) => kept.get(type) ?? '',
    clearData: () => kept.clear(),
    setDragImage: () => undefined,
  };
  return transfer as unknown as DataTransfer;
}

if (typeof window.DragEvent === 'undefined')
  Object.defineProperty(window, 'DragEvent', { value: DragEventOfJsdom, configurable: true, writable: true });
document.elementFromPoint ??= () => null;

const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

/** Takes an element with the pointer, over another, and lets it go there. */
export async function dragTo(element: Element, target: Element): Promise<void> {
  const dataTransfer = carried();
  fireEvent.dragStart(element, { dataTransfer });
  await frame();
  fireEvent.dragEnter(target, { dataTransfer });
  fireEvent.dragOver(target, { dataTransfer });
  await frame();
  fireEvent.drop(target, { dataTransfer });
  fireEvent.dragEnd(element, { dataTransfer });
  await frame();
}
