import { Link } from '@tanstack/react-router';
import type { Device } from '../../api/types';

/** A device as people call it: the serial number, with the model below. */
export function DeviceLink({ device }: { device: Pick<Device, 'id' | 'serialNumber' | 'model'> }) {
  return (
    <span className="p-two-lines">
      <Link to="/devices/$deviceId" params={{ deviceId: device.id }}>
        {device.serialNumber}
      </Link>
      <span className="p-quiet">{device.model}</span>
    </span>
  );
}

export function Place({ device }: { device: Pick<Device, 'location'> }) {
  const place = device.location;
  if (!place) return <span className="p-quiet">–</span>;
  return (
    <span className="p-two-lines">
      <span>{place.site}</span>
      <span className="p-quiet">{[place.city, place.room].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
