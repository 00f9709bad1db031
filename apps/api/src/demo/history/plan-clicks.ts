import { instantOf, localMinute } from '../../modules/business/index.js';
import { pick, seededRandom } from './seeded-random.js';

export interface ClickedLink {
  key: string;
  network: string;
  /** Days since it was published. */
  age: number;
  /** Clicks on a usual day. */
  perDay: number;
}

export interface PlannedClick {
  at: Date;
  link: string;
  agent: string;
  ip: string;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** How many of a day's visitors come in each hour: lunch and the evening on the sofa. */
const HOURS = [1, 0, 0, 0, 0, 0, 1, 2, 4, 6, 7, 8, 11, 12, 8, 6, 6, 7, 9, 13, 15, 14, 9, 4];
/** Sunday first. */
const WEEKDAYS = [1.25, 0.85, 0.9, 1, 1.05, 1.2, 1.35];

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  facebook: [`${PHONE} [FB_IAB/FB4A;FBAV/478.0.0.41.86;]`, PHONE],
  instagram: [`${IPHONE} Instagram 337.0.0.32.91`, PHONE],
  tiktok: [`${PHONE} BytedanceWebview/d8a21c6 musical_ly_2023`, IPHONE],
};
const MACHINES = [
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
];
const MACHINE_SHARE = 0.14;

/** Who opened the links day by day, busier towards today and on weekends; some are machines. In order. */
export function planClicks(links: readonly ClickedLink[], now: Date, timeZone: string): PlannedClick[] {
  const today = Date.parse(`${localMinute(now, timeZone).date}T00:00:00Z`);
  const clicks = links.flatMap((link) => {
    const random = seededRandom(`clicks ${link.key}`);
    return Array.from({ length: link.age }, (_, days) => {
      const date = new Date(today - days * DAY_MINUTES * MINUTE);
      const trend = 1.3 - (0.7 * days) / 36;
      const wanted = link.perDay * trend * (WEEKDAYS[date.getUTCDay()] ?? 1) * (0.6 + 0.8 * random());
      const count = Math.floor(wanted + random());
      return Array.from({ length: count }, () => clickOf(link, date.toISOString().slice(0, 10), random, timeZone));
    }).flat();
  });
  return clicks.filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function clickOf(link: ClickedLink, date: string, random: () => number, timeZone: string): PlannedClick {
  const at = instantOf(date, hourOf(random) * 60 + Math.floor(random() * 60), timeZone);
  const agents = random() < MACHINE_SHARE ? MACHINES : (PEOPLE[link.network] ?? [PHONE, IPHONE]);
  return {
    at: new Date(at.getTime() + Math.floor(random() * MINUTE)),
    link: link.key,
    agent: pick(random, agents),
    ip: addressOf(random),
  };
}

function hourOf(random: () => number): number {
  const whole = HOURS.reduce((sum, share) => sum + share, 0);
  let left = random() * whole;
  return Math.max(
    0,
    HOURS.findIndex((share) => (left -= share) < 0),
  );
}

/** From the blocks kept for documentation, so that it is nobody's. */
export const addressOf = (random: () => number): string =>
  `${pick(random, ['192.0.2', '198.51.100', '203.0.113'])}.${1 + Math.floor(random() * 254)}`;

/** The agent of a person who comes by this network. */
export const personOn = (network: string, random: () => number): string =>
  pick(random, PEOPLE[network] ?? [PHONE, IPHONE]);
