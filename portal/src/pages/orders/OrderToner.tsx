import { Button, Modal, SegmentedControl, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { deviceTimelineQuery, orderToner } from '../../api/queries';
import type { DeviceDetail, OrderToner as Body, TonerOrdered } from '../../api/types';
import { useCommand } from '../../api/useCommand';
import { useSession } from '../../app/session';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { orderableOf } from '../../lib/toner';

const LISTS = [['orders'], ['customer']];

/** The desk orders for a customer on the phone; who may not sees nothing here. */
export function OrderToner({ device }: { device: Pick<DeviceDetail, 'id' | 'serialNumber' | 'supplies'> }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, dialog] = useDisclosure(false);
  const [number, setNumber] = useState('');
  if (!can('ORDER_DESK') || orderableOf(device.supplies).length === 0) return null;
  const onOrdered = (answer: TonerOrdered) => {
    setNumber(answer.orderNumber);
    dialog.close();
  };
  return (
    <span className="p-order-toner">
      <span role="status" className="p-quiet">
        {number && t('orderToner.ordered', { number })}
      </span>
      <Button variant="default" size="xs" onClick={dialog.open}>
        {t('orderToner.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('orderToner.title', { serial: device.serialNumber })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        attributes={{ header: { role: 'none' } }}
      >
        <OrderForm device={device} onOrdered={onOrdered} onCancel={dialog.close} />
      </Modal>
    </span>
  );
}

/** What is on its way already is named by the refusal; then only a reason goes over it. */
function OrderForm({
  device,
  onOrdered,
  onCancel,
}: {
  device: Pick<DeviceDetail, 'id' | 'supplies'>;
  onOrdered: (answer: TonerOrdered) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const label = useId();
  const colours = orderableOf(device.supplies);
  const [colour, setColour] = useState(colours[0] ?? 'BLACK');
  const [insists, setInsists] = useState(false);
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<Body, TonerOrdered>({
    name: `platen.toner.${device.id}.sent`,
    send: async (body, key) => {
      try {
        return await orderToner(device.id, body, key);
      } catch (error) {
        if (error instanceof Problem && error.code === 'SHIPMENT_IN_TRANSIT') setInsists(true);
        throw error;
      }
    },
    shownBy: () => [deviceTimelineQuery(device.id).queryKey],
    touches: LISTS,
    onDone: onOrdered,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(insists && reason.trim() === '');
    if (!insists) command.send({ colour });
    else if (reason.trim() !== '') command.send({ colour, overrideReason: reason.trim() });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <p className="p-quiet">{t('orderToner.text')}</p>
      <div className="p-yes-no">
        <span id={label}>{t('orderToner.colour')}</span>
        <SegmentedControl
          aria-labelledby={label}
          value={colour}
          onChange={(chosen) => {
            setColour(colours.find((each) => each === chosen) ?? colour);
            setInsists(false);
            setEmpty(false);
            command.forget();
          }}
          data={colours.map((value) => ({ value, label: t(`colour.${value}`) }))}
        />
      </div>
      {command.error && <ProblemNote command error={command.error} others={problem?.beside(['overrideReason'])} />}
      {insists && (
        <Textarea
          label={t('orderToner.reason')}
          description={t('orderToner.reasonHint')}
          value={reason}
          maxLength={200}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setEmpty(false);
          }}
          error={isEmpty ? t('orderToner.reasonEmpty') : problem && problem.at('overrideReason').length > 0 && <Messages messages={problem.at('overrideReason')} />}
          autosize
          minRows={2}
        />
      )}
      <div className="p-buttons">
        <Button type="submit" disabled={command.isPending} aria-busy={command.isPending}>
          {t(command.isPending ? 'state.saving' : insists ? 'orderToner.insist' : 'orderToner.order')}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={command.isPending}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
