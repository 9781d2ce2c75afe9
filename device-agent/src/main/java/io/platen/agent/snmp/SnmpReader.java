package io.platen.agent.snmp;

import io.platen.agent.snmp.SnmpSettings.V3User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Walks parts of a printer's MIB. It trusts nothing it hears: walks end at a bound of rows, at a deadline, and as soon
 * as the printer turns back in its own tree; what was read until then is kept and the fault is noted.
 */
public final class SnmpReader implements AutoCloseable {

    private static final int ROWS_PER_SUBTREE = 3000;
    private static final int REPETITIONS = 20;

    private final SnmpSettings settings;
    private final Snmp snmp;
    private final @Nullable Engines engines;

    public SnmpReader(SnmpSettings settings) throws IOException {
        this.settings = settings;
        var dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        var user = settings.v3();
        engines = user == null ? null : Engines.of(usm(user));
        if (engines != null) {
            dispatcher.addMessageProcessingModel(engines.model());
        }
        snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        snmp.listen();
    }

    /** What is known of the printers' v3 engines: who they are, and what time each thinks it is. */
    private record Engines(MPv3 model, USM times) {

        static Engines of(USM usm) {
            return new Engines(new MPv3(usm), usm);
        }

        /** A printer that was exchanged, set back, or has its id from another of the series is got to know anew. */
        boolean forget(UdpAddress address) {
            var engine = model.removeEngineID(address);
            if (engine == null) {
                return false;
            }
            times.removeEngineTime(engine);
            return true;
        }
    }

    /** Opens a conversation with a printer; the deadline for all of it begins now. */
    public Conversation with(PrinterAddress printer) throws PrinterSilentException {
        try {
            var address = new UdpAddress(InetAddress.getByName(printer.host()), printer.port());
            return new Conversation(target(address));
        } catch (UnknownHostException e) {
            throw new PrinterSilentException("the name " + printer.host() + " is unknown", e);
        }
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    /** One reading of one printer. */
    public final class Conversation {
        private final Target<UdpAddress> target;
        private final long startedAt = System.nanoTime();
        private final MibAnswer answer = new MibAnswer();
        private boolean bulk = true;

        private Conversation(Target<UdpAddress> target) {
            this.target = target;
        }

        public MibAnswer answer() {
            return answer;
        }

        /** Single objects; those the printer lacks stay empty. One that chokes on one of them is asked for each by itself. */
        public void get(Collection<OID> oids) throws PrinterSilentException {
            var request = pdu(PDU.GET);
            oids.forEach(oid -> request.add(new VariableBinding(oid)));
            var response = send(request);
            if (response == null) {
                var faults = answer.faults();
                throw new PrinterSilentException(faults.isEmpty() ? "no answer" : faults.getLast());
            }
            if (response.getErrorStatus() != PDU.noError) {
                if (oids.size() == 1) {
                    answer.fault("answers GET with " + response.getErrorStatusText());
                    return;
                }
                for (var oid : oids) {
                    get(List.of(oid));
                }
                return;
            }
            for (var binding : response.getVariableBindings()) {
                if (!binding.isException()) {
                    answer.put(binding.getOid(), binding.getVariable());
                }
            }
        }

        /** All objects below a prefix. */
        public void walk(OID subtree) {
            var at = subtree;
            int rows = 0;
            while (true) {
                if (System.nanoTime() - startedAt > settings.deadline().toNanos()) {
                    answer.breakOff("takes longer than " + settings.deadline().toSeconds() + " s to be read");
                    return;
                }
                var response = next(at);
                if (response == null) {
                    answer.breakOff("does not answer below " + subtree);
                    return;
                }
                if (response.getErrorStatus() == PDU.noSuchName) {
                    return; // how an agent of the first generation says that nothing follows
                }
                if (response.getErrorStatus() != PDU.noError) {
                    answer.fault("answers " + response.getErrorStatusText() + " below " + subtree);
                    return;
                }
                boolean onward = false;
                for (var binding : response.getVariableBindings()) {
                    var oid = binding.getOid();
                    if (binding.isException() || !oid.startsWith(subtree)) {
                        return;
                    }
                    if (oid.compareTo(at) <= 0) {
                        if (bulk) {
                            bulk = false; // it may have left rows out as well: once more, row by row
                            at = subtree;
                            onward = true;
                            break;
                        }
                        answer.fault("walks in circles below " + subtree);
                        return;
                    }
                    answer.put(oid, binding.getVariable());
                    at = oid;
                    onward = true;
                    if (++rows >= ROWS_PER_SUBTREE) {
                        answer.fault("has no end below " + subtree);
                        return;
                    }
                }
                if (!onward) {
                    return;
                }
            }
        }

        /** Whether there is anything below a prefix; asks for one object only. */
        public boolean hasAnyBelow(OID prefix) {
            var request = pdu(PDU.GETNEXT);
            request.add(new VariableBinding(prefix));
            var response = send(request);
            return response != null
                    && response.getErrorStatus() == PDU.noError
                    && response.getVariableBindings().stream()
                            .anyMatch(binding ->
                                    !binding.isException() && binding.getOid().startsWith(prefix));
        }

        /** Some printers choke on GETBULK: such a one is asked row by row for the rest of the conversation. */
        private @Nullable PDU next(OID at) {
            if (bulk) {
                var request = pdu(PDU.GETBULK);
                request.setMaxRepetitions(REPETITIONS);
                request.add(new VariableBinding(at));
                var response = send(request);
                if (response != null && response.getErrorStatus() == PDU.noError && response.size() > 0) {
                    return response;
                }
                bulk = false;
            }
            var request = pdu(PDU.GETNEXT);
            request.add(new VariableBinding(at));
            return send(request);
        }

        private @Nullable PDU send(PDU request) {
            var known = engines;
            int faultsBefore = answer.faults().size();
            var response = sendOnce(request);
            if (response == null
                    && known != null
                    && answer.faults().size() == faultsBefore
                    && known.forget(target.getAddress())) {
                if (target instanceof UserTarget<UdpAddress> user) {
                    user.setAuthoritativeEngineID(new byte[0]);
                }
                return sendOnce(again(request));
            }
            return response;
        }

        private PDU again(PDU request) {
            var copy = pdu(request.getType());
            if (request.getType() == PDU.GETBULK) {
                copy.setMaxRepetitions(request.getMaxRepetitions());
            }
            request.getVariableBindings().forEach(copy::add);
            return copy;
        }

        private @Nullable PDU sendOnce(PDU request) {
            try {
                var event = snmp.send(request, target);
                return event == null ? null : response(event.getResponse());
            } catch (IOException | RuntimeException e) {
                answer.fault("cannot be asked: " + e.getMessage());
                return null;
            }
        }

        private @Nullable PDU response(@Nullable PDU response) {
            if (response != null && response.getType() == PDU.REPORT) {
                answer.fault(refusal(response));
                return null;
            }
            return response;
        }
    }

    /** A report names the counter of what went wrong (RFC 3414); the installer has to know which of the three secrets. */
    private static String refusal(PDU report) {
        var counter = report.getVariableBindings().isEmpty()
                ? new OID()
                : report.getVariableBindings().getFirst().getOid();
        if (counter.startsWith(SnmpConstants.usmStatsUnknownUserNames)) {
            return "does not know the SNMP v3 user";
        }
        if (counter.startsWith(SnmpConstants.usmStatsWrongDigests)) {
            return "refuses the SNMP v3 authentication password";
        }
        if (counter.startsWith(SnmpConstants.usmStatsDecryptionErrors)) {
            return "refuses the SNMP v3 privacy password";
        }
        return "refuses the SNMP v3 user (" + counter + ")";
    }

    private PDU pdu(int type) {
        var pdu = settings.v3() == null ? new PDU() : new ScopedPDU();
        pdu.setType(type);
        return pdu;
    }

    private Target<UdpAddress> target(UdpAddress address) {
        var user = settings.v3();
        Target<UdpAddress> target;
        if (user == null) {
            target = new CommunityTarget<>(address, new OctetString(settings.community()));
            target.setVersion(SnmpConstants.version2c);
        } else {
            target = new UserTarget<>();
            target.setAddress(address);
            target.setVersion(SnmpConstants.version3);
            target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
            target.setSecurityName(new OctetString(user.name()));
        }
        target.setTimeout(settings.timeout().toMillis());
        target.setRetries(settings.retries());
        return target;
    }

    private static USM usm(V3User user) {
        var protocols = SecurityProtocols.getInstance().addDefaultProtocols();
        protocols.addAuthenticationProtocol(new AuthMD5());
        protocols.addPrivacyProtocol(new PrivDES());
        var usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
        usm.addUser(new UsmUser(
                new OctetString(user.name()),
                authentication(user.authProtocol()),
                new OctetString(user.authPassword()),
                privacy(user.privProtocol()),
                new OctetString(user.privPassword())));
        return usm;
    }

    private static OID authentication(String name) {
        return switch (plain(name)) {
            case "MD5" -> AuthMD5.ID;
            case "SHA", "SHA1" -> AuthSHA.ID;
            case "SHA256" -> AuthHMAC192SHA256.ID;
            case "SHA384" -> AuthHMAC256SHA384.ID;
            case "SHA512" -> AuthHMAC384SHA512.ID;
            default -> throw new IllegalArgumentException("no SNMP authentication protocol is called " + name);
        };
    }

    private static OID privacy(String name) {
        return switch (plain(name)) {
            case "DES" -> PrivDES.ID;
            case "AES", "AES128" -> PrivAES128.ID;
            case "AES192" -> PrivAES192.ID;
            case "AES256" -> PrivAES256.ID;
            default -> throw new IllegalArgumentException("no SNMP privacy protocol is called " + name);
        };
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "");
    }
}
