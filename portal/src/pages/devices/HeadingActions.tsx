import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '../../api/types';
import { useSession } from '../../app/session';
import { MoreItem, MoreMenu } from '../../components/MoreMenu';
import { OpenInvestigation } from '../reads/desk/OpenInvestigation';
import { ResetCounter } from '../reads/desk/ResetCounter';
import { RemoveFromAccount } from './manage/RemoveFromAccount';
import { Replace } from './manage/Replace';

const DIALOGS = { investigation: OpenInvestigation, reset: ResetCounter, replacement: Replace, removal: RemoveFromAccount } as const;
const TITLES = { investigation: 'investigation.open', reset: 'reset.title', replacement: 'replacement.title', removal: 'removal.title' } as const;

type Task = keyof typeof DIALOGS;

/** More than these in a row are read one by one instead of seen. */
const IN_A_ROW = 2;

/** What can be done with the device: the most used as buttons, the rest in a menu. */
export function HeadingActions({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const { can, isStaff } = useSession();
  const more = useRef<HTMLButtonElement>(null);
  const [task, start] = useState<Task | null>(null);
  const reads = can('METER_SUBMIT') || can('METER_PHONE');
  const tasks: readonly Task[] = [
    ...(can('METER_PHONE') ? (['investigation'] as const) : []),
    ...(can('METER_RESET') ? (['reset'] as const) : []),
    ...(can('DEVICE_REMOVE') && device.account ? (['replacement', 'removal'] as const) : []),
  ];
  const room = IN_A_ROW - (reads ? 1 : 0);
  // A menu of one is no shorter than its button.
  const shown = tasks.length === room + 1 ? tasks : tasks.slice(0, room);
  const folded = tasks.slice(shown.length);
  const Dialog = task && DIALOGS[task];
  return (
    <>
      {!isStaff && can('TICKET_USE') && (
        <Button
          variant="default"
          aria-label={t('device.openTicket')}
          renderRoot={(props) => <Link to="/tickets/new" search={{ device: device.id }} {...props} />}
        >
          {t('customer.openTicket')}
        </Button>
      )}
      {reads && (
        <Button renderRoot={(props) => <Link to="/reads/$deviceId" params={{ deviceId: device.id }} {...props} />}>
          {t(can('METER_PHONE') ? 'phone.enter' : 'read.enter')}
        </Button>
      )}
      {shown.map((each) => (
        <Button key={each} variant="default" onClick={() => start(each)}>
          {t(TITLES[each])}
        </Button>
      ))}
      {folded.length > 0 && (
        <MoreMenu ref={more}>
          {folded.map((each) => (
            <MoreItem key={each} onClick={() => start(each)}>
              {t(TITLES[each])}
            </MoreItem>
          ))}
        </MoreMenu>
      )}
      {task && Dialog && (
        <Dialog
          key={task}
          device={device}
          onClose={() => {
            start(null);
            // The item that opened the dialog went with its menu.
            if (folded.includes(task)) setTimeout(() => more.current?.focus());
          }}
        />
      )}
    </>
  );
}
