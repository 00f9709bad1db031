/** All that only shows once something opened: fetched together, after the first screen. */
export { DialogPanel } from './dialog-panel';
export { MenuItemPart, MenuPanel, MenuRadioGroupPart, MenuSeparatorPart } from './menu-parts';
export { PopoverPanel } from './popover-panel';
export { SheetPanel } from './sheet-panel';
export { TooltipPopup } from './tooltip-popup';
