import { expect, it } from 'vitest';
import { SampleLabel } from '../src/components/SampleLabel';
import { rendered } from './rendered';

const LABEL = {
  attention: '2nd floor, Anna',
  name: 'Van Dijk Logistiek',
  street: 'Kanaalstraat 12',
  postalCode: '5611 AA',
  city: 'Eindhoven',
  country: 'NL',
  serialNumber: 'AQ45-000123',
};

it('a sample label has the lines in the order in which they are printed', () => {
  const page = rendered(<SampleLabel label={LABEL} />);
  const lines = ['2nd floor, Anna', 'Van Dijk Logistiek', 'Kanaalstraat 12', '5611 AA Eindhoven', 'Netherlands', 'Serial number', 'AQ45-000123'];
  const places = lines.map((line) => page.indexOf(line));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((left, right) => left - right));
});

it('the serial number stands by itself, outside the address', () => {
  const page = rendered(<SampleLabel label={LABEL} />);
  expect(page.slice(page.indexOf('<address'), page.indexOf('</address>'))).not.toContain('AQ45-000123');
});
