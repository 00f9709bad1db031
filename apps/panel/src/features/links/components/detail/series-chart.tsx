import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import { STEPS, type LinkStats } from '../../model/link';

const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];
const DASHES = [undefined, '6 3', '2 3', '8 3 2 3'];

/** Clicks, chats, leads and sales by day. A chunk of its own: only this screen draws it. */
export default function SeriesChart({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <ResponsiveContainer width="100%" height={240}>
      <LineChart data={stats.series} margin={{ top: 8, right: 12, bottom: 0, left: -20 }} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="date"
          tickFormatter={words.day}
          minTickGap={28}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          tick={{ fill: 'var(--text-3)', fontSize: 11 }}
        />
        <YAxis allowDecimals={false} tickLine={false} axisLine={false} tick={{ fill: 'var(--text-3)', fontSize: 11 }} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(day) => words.day(String(day))}
          contentStyle={{
            background: 'var(--surface)',
            border: '1px solid var(--line)',
            borderRadius: 10,
            color: 'var(--text)',
            fontSize: 12,
          }}
        />
        {STEPS.map((step, index) => (
          <Line
            key={step}
            type="monotone"
            dataKey={step}
            name={t(`steps.${step}`)}
            stroke={COLOURS[index]}
            strokeDasharray={DASHES[index]}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
