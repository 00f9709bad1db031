import { Button, IconButton } from '@hilo/ui';
import { CircleAlert, ImagePlus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../i18n/problem-text';
import { useUploadPhotos } from '../api/use-upload-photo';
import { lines } from '../model/item-form';

const TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

export interface PhotosFieldProps {
  /** Paths of our own host, one to a line. */
  value: string;
  onChange: (next: (before: string) => string) => void;
}

/** The photos that are kept here: added from the device, taken away one by one. The first is the cover. */
export function PhotosField({ value, onChange }: PhotosFieldProps) {
  const { t } = useTranslation('catalogue');
  const input = useRef<HTMLInputElement>(null);
  const [labelId, errorId] = [useId(), useId()];
  const photos = lines(value);
  const upload = useUploadPhotos((address) =>
    // The same photo once, however often it is chosen.
    onChange((before) => [...new Set([...lines(before), address])].join('\n')),
  );
  const remove = (photo: string) =>
    onChange((before) =>
      lines(before)
        .filter((one) => one !== photo)
        .join('\n'),
    );
  return (
    <div role="group" aria-labelledby={labelId} className="flex flex-col gap-2">
      <span id={labelId} className="text-label font-medium text-ink-2">
        {t('photos.label')}
      </span>
      {photos.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {photos.map((photo, index) => (
            <li key={photo} className="relative">
              <img
                src={photo}
                alt={t('photos.alt', { number: index + 1 })}
                className="size-20 rounded-md border border-line bg-sunken object-cover"
              />
              <span className="absolute -top-2 -right-2 rounded-full bg-surface">
                <IconButton
                  size="sm"
                  label={t('photos.remove', { number: index + 1 })}
                  icon={<X size={14} />}
                  onClick={() => remove(photo)}
                />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={TYPES}
        aria-label={t('photos.choose')}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = '';
          if (chosen.length > 0) upload.mutate(chosen);
        }}
      />
      <Button
        size="sm"
        className="self-start"
        icon={<ImagePlus aria-hidden size={16} />}
        busy={upload.isPending}
        aria-describedby={upload.error ? errorId : undefined}
        onClick={() => input.current?.click()}
      >
        {t('photos.add')}
      </Button>
      {upload.error ? (
        <p id={errorId} role="alert" className="flex items-start gap-1.5 text-label text-danger">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {problemText(upload.error)}
        </p>
      ) : (
        <p className="text-label text-ink-3">{t('photos.help')}</p>
      )}
    </div>
  );
}
