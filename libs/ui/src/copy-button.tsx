import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button';
import { copyText } from './copy-text';
import { useUiLabels } from './ui-labels-context';

export interface CopyButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'className'> {
  text: string;
  label: string;
}

/** Puts `text` on the clipboard and says so. */
export function CopyButton({ text, label, ...look }: CopyButtonProps) {
  const labels = useUiLabels();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      {...look}
      icon={copied ? <Check aria-hidden size={16} className="text-success" /> : <Copy aria-hidden size={16} />}
      onClick={() => void copyText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? labels.copied : label}</span>
    </Button>
  );
}
