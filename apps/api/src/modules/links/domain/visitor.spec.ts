import { describe, expect, it } from '@jest/globals';
import { agentFamily, classifyVisitor } from './visitor.js';

const visit = (userAgent: string | undefined, over: Partial<Parameters<typeof classifyVisitor>[0]> = {}) =>
  classifyVisitor({ method: 'GET', userAgent, purposes: [], ...over });
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36';

describe('classifyVisitor', () => {
  it.each([
    ['WhatsApp/2.23.20.0 A'],
    ['WhatsApp/2.2412.54 W'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    ],
    ['meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)'],
    ['TelegramBot (like TwitterBot)'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
    ['Slack-ImgProxy (+https://api.slack.com/robots)'],
    ['Twitterbot/1.0'],
    ['LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
    ['Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com'],
    ['Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)'],
    ['Viber/21.5.0.3'],
    ['Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)'],
    ['Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)'],
  ])('draws a preview for %s', (agent) => {
    expect(visit(agent)).toBe('preview');
  });

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'],
    [
      'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
    ],
    ['AdsBot-Google (+http://www.google.com/adsbot.html)'],
    ['Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)'],
    ['Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36'],
    ['curl/8.5.0'],
    ['python-requests/2.32.0'],
    ['Go-http-client/2.0'],
    ['GPTBot/1.1'],
    [''],
    [undefined],
  ])('takes %s for a crawler', (agent) => {
    expect(visit(agent)).toBe('bot');
  });

  it.each([
    [`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
    [`${IPHONE} Mobile/21F90 [FBAN/FBIOS;FBAV/467.0.0.38.101;FBDV/iPhone14,5;FBLC/es_LA]`],
    [`${IPHONE} Mobile/15E148 Instagram 337.0.0.28.102 (iPhone14,5; iOS 17_5; es_AR)`],
    [`${IPHONE} Mobile/15E148 [Pinterest/iOS]`],
    [`${IPHONE} Mobile/15E148 Snapchat/12.60.0.47 (like Safari/8615.3.12.10.2, panda)`],
    [`${IPHONE} GSA/322.0.1 Mobile/15E148 Safari/604.1`],
    [ANDROID],
    [`${ANDROID} Instagram 337.0.0.35.102 Android`],
    [`${ANDROID} trill_340 BytedanceWebview/d8a21c6`],
    [`${ANDROID} Telegram-Android/10.14.5 (Samsung SM-A546E; Android 14; SDK 34; HIGH)`],
    [
      'Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    ],
  ])('takes %s for a person', (agent) => {
    expect(visit(agent)).toBe('human');
  });

  it.each(['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip', 'preview'])(
    'sees a browser that loads ahead by "%s"',
    (purpose) => {
      expect(visit(ANDROID, { purposes: [undefined, purpose] })).toBe('prefetch');
    },
  );

  it('takes anything but GET for a crawler', () => {
    expect(visit(ANDROID, { method: 'HEAD' })).toBe('bot');
  });

  it('answers at once on an absurd agent', () => {
    expect(visit('Mozilla/5.0 ('.repeat(20_000))).toBe('human');
  });
});

describe('agentFamily', () => {
  it.each([
    [`${IPHONE} Mobile/21F90 [FBAN/FBIOS;FBAV/467]`, 'facebook'],
    [`${ANDROID} Instagram 337.0`, 'instagram'],
    [`${ANDROID} trill_340 BytedanceWebview/d8`, 'tiktok'],
    [ANDROID, 'chrome'],
    [`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, 'safari'],
    [`${ANDROID} Edg/126`, 'edge'],
    [undefined, 'other'],
  ])('of %s is %s', (agent, family) => {
    expect(agentFamily(agent)).toBe(family);
  });
});
