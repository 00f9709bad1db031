import { Badge, Progress } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../api/turn-query';
import { useIntentWord } from '../../../hooks/use-intent-word';
import { useTraceWords } from '../../../hooks/use-trace-words';
import { TraceChecks } from './trace-checks';
import { TraceOutcome } from './trace-outcome';
import { TracePart } from './trace-part';
import { TraceSteps } from './trace-steps';

/** What the engine writes where no word of this message led to the item. */
const SPOKEN_OF = 'spoken of before';

function Intents({ turn }: { turn: Turn }) {
  const { t, i18n } = useTranslation('conversations');
  const word = useIntentWord();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const { intent, confidence, alternatives } = turn;
  const all = [...(intent ? [{ intent, confidence: confidence ?? 0 }] : []), ...alternatives];
  if (all.length === 0) return null;
  return (
    <TracePart title={t('trace.intent')}>
      <div className="flex flex-col gap-2">
        {all.map((one, index) => (
          <Progress
            key={`${one.intent}-${index}`}
            label={word(one.intent)}
            value={one.confidence * 100}
            valueText={percent.format(one.confidence)}
            tone={index === 0 ? 'accent' : 'success'}
          />
        ))}
      </div>
    </TracePart>
  );
}

function Entities({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversations');
  const words = useTraceWords();
  if (turn.entities.length === 0) return null;
  return (
    <TracePart title={t('trace.entities')}>
      <dl className="flex flex-col gap-1">
        {turn.entities.map(({ kind, name, value }, index) => (
          <div key={index} className="flex justify-between gap-3">
            <dt className="text-ink-2">
              {kind === 'slot' ? words.slot(name) : words.slot('item')}
              {kind === 'item' ? (
                <span className="text-ink-3"> · {name === SPOKEN_OF ? t('trace.spokenOf') : `«${name}»`}</span>
              ) : null}
            </dt>
            <dd className="text-right font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </TracePart>
  );
}

/** A turn part by part, in the order in which ISAC thinks; an older turn that holds less has fewer parts. */
export function TraceDetails({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversations');
  const words = useTraceWords();
  const { rules, sources, reply, model } = turn;
  return (
    <>
      <TraceOutcome turn={turn} />
      <Intents turn={turn} />
      <Entities turn={turn} />
      {rules.length > 0 ? (
        <TracePart title={t('trace.rules')}>
          <ul className="list-disc pl-5">
            {rules.map((rule) => (
              <li key={rule}>{words.rule(rule)}</li>
            ))}
          </ul>
        </TracePart>
      ) : null}
      {sources.length > 0 ? (
        <TracePart title={t('trace.sources')}>
          <div className="flex flex-wrap gap-1.5">
            {sources.map(({ id, title, name }) => (
              <Badge key={id} tone="info">
                {title} · {name}
              </Badge>
            ))}
          </div>
        </TracePart>
      ) : null}
      {reply ? (
        <TracePart title={t('trace.reply')}>
          <p className="rounded-lg bg-b-bot px-3 py-2 text-chat whitespace-pre-wrap">{reply}</p>
        </TracePart>
      ) : null}
      <TraceChecks turn={turn} />
      <TraceSteps turn={turn} />
      {model ? <p className="pt-3 text-label text-ink-3">{words.engine(model)}</p> : null}
    </>
  );
}
