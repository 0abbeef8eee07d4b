import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey, regionOf, phoneKey } from '#accounts/account-name.ts';

test.each([
  ['华为技术有限公司', '华为技术'],
  ['华为技术有限公司', '华为技术（中国）有限公司'],
  ['徐工集团工程机械股份有限公司', '徐工集团工程机械'],
  ['上海三一重机股份有限公司', '三一重机'],
  ['宝钢集团有限公司', '宝钢'],
  ['Siemens Co., Ltd.', 'siemens'],
  ['ＡＢＣ（上海） 有限公司', 'abc'],
])('%s and %s are one', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['上海大学', '北京大学'],
  ['上海银行股份有限公司', '北京银行股份有限公司'],
  ['中国移动', '移动'],
  ['江苏省人民医院', '浙江省人民医院'],
  ['宝钢北京分公司', '宝钢'],
])('%s and %s are two', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test('a key is never empty and is its own key', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => name.trim() !== ''),
      (name) => {
        expect(nameKey(name)).not.toBe('');
      },
    ),
  );
});

test.each([
  ['+86 138 0013 8000', '13800138000'],
  ['0086-138-0013-8000', '13800138000'],
  ['（021）6288 0000 转 801', '02162880000'],
  ['+86 21 6288 0000', '02162880000'],
  ['6288', null],
  ['', null],
  [null, null],
])('%s has the key %s', (phone, key) => {
  expect(phoneKey(phone)).toBe(key);
});

test.each([
  ['甘肃能源', '甘肃'],
  ['湖北省能源集团', '湖北'],
  ['华为（深圳）技术有限公司', '深圳'],
  ['中国华能集团', ''],
  ['华为技术有限公司', ''],
  ['Acme Corporation', ''],
])('the region of %s is "%s"', (name, region) => {
  expect(regionOf(name)).toBe(region);
});
