import type { components } from './schema';

/** The shapes of the API under the names the pages use; the generated file is imported nowhere else. */
type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Grant = Schemas['Grant'];
export type AccountRef = Schemas['AccountRef'];
export type Device = Schemas['Device'];
export type DeviceDetail = Schemas['DeviceDetail'];
export type DevicePage = Schemas['DevicePage'];
export type Supply = Schemas['Supply'];
export type Location = Schemas['Location'];
export type Counters = Schemas['Counters'];
export type Read = Schemas['Read'];
export type ReadPage = Schemas['ReadPage'];
export type ReadAccepted = Schemas['ReadAccepted'];
export type SubmitRead = Schemas['SubmitRead'];
export type Expectation = Schemas['Expectation'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Timeline = Schemas['Timeline'];
export type Dashboard = Schemas['Dashboard'];
export type UsageTile = Schemas['UsageTile'];
export type Customer = Schemas['Customer'];
export type CustomerCard = Schemas['CustomerCard'];
export type CustomerPage = Schemas['CustomerPage'];
export type Language = Schemas['LanguageChange']['language'];
