/** jsdom has no PointerEvent; the kit's checkboxes and menus turn keys into one. */
class PointerEventOfJsdom extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 0;
    this.pointerType = init.pointerType ?? '';
  }
}

if (typeof window.PointerEvent === 'undefined')
  Object.defineProperty(window, 'PointerEvent', { value: PointerEventOfJsdom, configurable: true });
