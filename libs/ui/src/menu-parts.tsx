import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { cx } from './cx';
import { Kbd } from './kbd';
import type { MenuItemProps, MenuProps, MenuRadioGroupProps } from './menu-props';
import { popupClass, popupItemClass } from './popup-class';

export function MenuPanel({ trigger, side = 'bottom', align = 'end', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, 'min-w-52 p-1')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItemPart({ icon, shortcut, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={cx(popupItemClass, danger && 'text-danger')}>
      {icon ? <span className={danger ? undefined : 'text-ink-3'}>{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Base.Item>
  );
}

export function MenuRadioGroupPart<V extends string>({ label, value, options, onValueChange }: MenuRadioGroupProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-label text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: V) => onValueChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick={false} className={popupItemClass}>
            {option.icon ? <span className="text-ink-3">{option.icon}</span> : null}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            <Base.RadioItemIndicator className="text-accent">
              <Check aria-hidden size={16} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparatorPart() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
