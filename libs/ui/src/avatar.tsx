import { Camera, FlaskConical, MessageCircle } from 'lucide-react';
import { avatarTone, initialsOf } from './avatar-tone';
import { cx } from './cx';
import { useUiLabels } from './ui-labels-context';

export type ChannelMark = 'whatsapp' | 'instagram' | 'sandbox';

export interface AvatarProps {
  name: string;
  /** Decides the colour: the person's id, so that a rename keeps it. */
  seed: string;
  size?: 'sm' | 'md' | 'lg';
  channel?: ChannelMark;
  /** Draws a presence dot and says it. */
  presence?: { available: boolean; label: string };
}

const tones = ['bg-avatar-1', 'bg-avatar-2', 'bg-avatar-3', 'bg-avatar-4', 'bg-avatar-5', 'bg-avatar-6'];
const sizes = { sm: 'size-7 text-meta', md: 'size-9 text-label', lg: 'size-12 text-ui' };
const marks = {
  whatsapp: { Icon: MessageCircle, tone: 'text-wa' },
  instagram: { Icon: Camera, tone: 'text-ig' },
  sandbox: { Icon: FlaskConical, tone: 'text-sandbox' },
};

/** Initials on a steady colour. Decorative: the name stands beside it; only the marks are said. */
export function Avatar({ name, seed, size = 'md', channel, presence }: AvatarProps) {
  const labels = useUiLabels();
  const mark = channel ? marks[channel] : null;
  return (
    <span className="relative inline-flex shrink-0">
      <span
        aria-hidden
        className={cx(
          'inline-flex items-center justify-center rounded-full font-semibold text-white select-none',
          sizes[size],
          tones[avatarTone(seed, tones.length)],
        )}
      >
        {initialsOf(name)}
      </span>
      {mark && channel ? (
        <span
          className={cx(
            'absolute -right-1 -bottom-1 flex size-4.5 items-center justify-center rounded-full bg-surface',
            mark.tone,
          )}
        >
          <mark.Icon aria-hidden size={12} strokeWidth={2} />
          <span className="sr-only">{labels.channels[channel]}</span>
        </span>
      ) : null}
      {presence ? (
        <span
          className={cx(
            'absolute right-0 bottom-0 size-2.5 rounded-full border-2 border-bg',
            presence.available ? 'bg-success' : 'bg-line-strong',
          )}
        >
          <span className="sr-only">{presence.label}</span>
        </span>
      ) : null}
    </span>
  );
}
