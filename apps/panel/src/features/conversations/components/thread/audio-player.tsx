import { cx } from '@hilo/ui';
import { Mic, Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SPEEDS = [1, 1.5, 2] as const;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A voice note or a song: play, where it stands, how fast. */
export function AudioPlayer({ src, seconds, voice }: { src: string; seconds: number | null; voice: boolean }) {
  const { t, i18n } = useTranslation('conversations');
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const [speed, setSpeed] = useState<number>(1);
  const number = new Intl.NumberFormat(i18n.language);

  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (element.paused) void element.play().catch(() => setPlaying(false));
    else element.pause();
  };
  const faster = () => {
    const next = SPEEDS[(SPEEDS.findIndex((one) => one === speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };

  return (
    <div className="flex w-64 max-w-full items-center gap-2 py-1">
      <button
        type="button"
        onClick={toggle}
        aria-label={playing ? t('media.pause') : t('media.play')}
        className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent pointer-coarse:size-11"
      >
        {playing ? (
          <Pause aria-hidden size={16} fill="currentColor" />
        ) : (
          <Play aria-hidden size={16} fill="currentColor" />
        )}
      </button>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <input
          type="range"
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={Math.min(at, length)}
          aria-label={t('media.position')}
          aria-valuetext={`${clock(at)} / ${clock(length)}`}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = Number(event.target.value);
          }}
          className="h-4 w-full accent-accent"
        />
        <span className="flex items-center gap-1 text-meta text-ink-3">
          {voice ? <Mic aria-hidden size={12} /> : null}
          {clock(playing || at > 0 ? at : length)}
        </span>
      </div>
      <button
        type="button"
        onClick={faster}
        aria-label={t('media.speed', { speed: number.format(speed) })}
        className={cx('h-6 min-w-9 rounded-full bg-ink/8 px-1.5 text-meta font-semibold', speed !== 1 && 'text-accent')}
      >
        {number.format(speed)}×
      </button>
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          if (Number.isFinite(event.currentTarget.duration)) setLength(event.currentTarget.duration);
        }}
      />
    </div>
  );
}
