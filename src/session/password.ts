import { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { inBoth } from '#shared/input-words.ts';
import { fold } from '#shared/text.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** What is wrong with a password that someone wants to set; null when nothing is. `about`: her name and address. */
export function passwordFault(password: string, about: readonly string[] = []): Text | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN)
    return { zh: `密码至少 ${PASSWORD_MIN} 个字符。`, en: `A password has at least ${PASSWORD_MIN} characters.` };
  if (length > PASSWORD_MAX)
    return { zh: `密码最多 ${PASSWORD_MAX} 个字符。`, en: `A password has at most ${PASSWORD_MAX} characters.` };
  const plain = fold(password).replaceAll(' ', '');
  const stem = plain.replaceAll(/[\d\W_]+$/gu, '');
  if (isWalk(plain) || common.has(plain) || common.has(stem))
    return {
      zh: '这个密码太常见，很容易被猜到，请换一个。',
      en: 'This password is among the first that are guessed; choose another.',
    };
  const words = about.flatMap((word) => [word, word.split('@')[0] ?? '']);
  const known = words.map((word) => fold(word).replaceAll(' ', '')).filter((word) => word.length >= 4);
  if (known.some((word) => plain.includes(word) || word.includes(plain)))
    return { zh: '密码里不要含有姓名或邮箱。', en: 'Leave your name and address out of the password.' };
  return null;
}

export const NewPassword = z.string().superRefine((password, context) => {
  const fault = passwordFault(password);
  if (fault) context.addIssue({ code: 'custom', message: inBoth(fault), input: password });
});

/** Fewer than four different characters, or a run along the alphabet, the digits or the keyboard. */
function isWalk(text: string): boolean {
  if (new Set(text).size < 4) return true;
  return walks.some((walk) => {
    const twice = walk + walk;
    return twice.includes(text) || Array.from(twice).toReversed().join('').includes(text);
  });
}

const walks = [
  '0123456789',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];

/** The stems of long common passwords: what remains when digits and signs are cut from the end. */
const common: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd password1 mypassword welcome welcometo administrator admin adminadmin root
  letmein letmeinnow iloveyou iloveyouforever woaini woaini1314 woaini520 wodemima mima qwerty qwertyuiop qwer1234
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz@wsx 1qaz@wsx3edc !qaz2wsx qazwsx qazwsxedc zaq12wsx
  abc123 abcd1234 abcdefgh aa123456 a123456789 a1234567890 123456789a 1234567890a 123456abcdef 123qweasd 123qweasdzxc
  5201314 52013145201314 1314520 13145201314520 147258369 1472583690 7758521 77585217758521 8888888888 6666666666 changeme
  changemenow default defaultpassword temppassword testtest testtest1 test1234 guest guestguest monkey dragon football
  baseball basketball superman batman starwars sunshine princess master shadow michael jordan whatever trustno1 longmen
  longmen123 huawei huawei@ cisco oracle secret topsecret company company123 zhongguo zhongguo123 beijing beijing2008
  shanghai woshishui nihao nihaoma wangyi taobao alipay qq123456 qq1234567890 zxcvbnm zxcvbnm123 asdfghjkl asdf1234 asdfasdf
  computer internet login loginlogin passpass pass1234 hello hellohello helloworld freedom summer winter spring autumn`
    .split(/\s+/)
    .filter(Boolean),
);
