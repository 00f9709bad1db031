import { cx } from '@hilo/ui';
import { Building2, Package, Wrench } from 'lucide-react';
import { useState } from 'react';
import { photoOf, type Item, type ItemKind } from '../model/item';

const signs: Record<ItemKind, typeof Package> = { product: Package, property: Building2, service: Wrench };
const sizes = { sm: 'size-10 text-ui', lg: 'aspect-square w-full text-figure' };

/** The item's photo; its initial and the sign of its kind where there is none. Decorative: the name stands beside it. */
export function Photo({ item, size = 'sm' }: { item: Item; size?: 'sm' | 'lg' }) {
  const [broken, setBroken] = useState<string | null>(null);
  const photo = photoOf(item);
  const Sign = signs[item.kind];
  return (
    <span
      aria-hidden
      className={cx(
        'relative flex shrink-0 items-center justify-center overflow-hidden rounded-md bg-sunken font-display font-semibold text-ink-3 dark:bg-line',
        sizes[size],
      )}
    >
      {photo && photo !== broken ? (
        <img src={photo} alt="" loading="lazy" className="size-full object-cover" onError={() => setBroken(photo)} />
      ) : size === 'lg' ? (
        <Sign size={56} strokeWidth={1.25} />
      ) : (
        item.name.trim().charAt(0).toUpperCase()
      )}
    </span>
  );
}
