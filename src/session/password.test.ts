import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewPassword, passwordFault, PASSWORD_MIN } from '#session/password.ts';

describe('a password to be set', () => {
  test.each(['correct horse', '长城长江黄河泰山华山衡山', 'tR7#kq9-vLx2', 'Zug um Zug 1871'])('%s is taken', (good) => {
    expect(passwordFault(good)).toBeNull();
  });

  test.each([
    ['too short', 'Ab3$56789'],
    ['a common word and digits', 'Password2026!'],
    ['a common word in full width', 'ｐａｓｓｗｏｒｄ１２３'],
    ['a run of digits', '1234567890'],
    ['a run backwards', '9876543210'],
    ['a walk over the keyboard', 'qwertyuiop'],
    ['a keyboard column walk', '1qaz2wsx3edc'],
    ['one character', 'aaaaaaaaaaaa'],
    ['我爱你 in numbers', '52013145201314'],
    ['very long', 'x7'.repeat(80)],
  ])('%s is refused', (_why, bad) => {
    expect(passwordFault(bad)?.zh).toMatch(/。$/);
  });

  test('her own name or address is refused', () => {
    expect(passwordFault('wang.xiaoming-88', ['wang.xiaoming@example.com', '王小明'])).not.toBeNull();
    expect(passwordFault('wang.xiaoming-88', ['li@example.com'])).toBeNull();
    expect(passwordFault('Xiaoming Wang 88', ['xiaomingwang'])).not.toBeNull();
  });

  test('whatever is shorter than the minimum is refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: PASSWORD_MIN - 1 }), (short) => {
        expect(passwordFault(short)).not.toBeNull();
        expect(NewPassword.safeParse(short).success).toBe(false);
      }),
    );
  });
});
