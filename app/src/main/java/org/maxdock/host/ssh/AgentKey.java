package org.maxdock.host.ssh;

import com.jcraft.jsch.Identity;
import java.util.Optional;
import org.maxdock.text.Message;

/** A key that the agent has, and signs with. */
final class AgentKey extends LoginKey {

    private final Identity inAgent;
    private final LoginRecord record;

    AgentKey(Identity inAgent, LoginRecord record) {
        this.inAgent = inAgent;
        this.record = record;
    }

    @Override
    Optional<byte[]> blob() {
        return Optional.of(inAgent.getPublicKeyBlob());
    }

    @Override
    String label() {
        return ServerText.visible(inAgent.getName()) + " (agent, " + KeyBlob.fingerprint(inAgent.getPublicKeyBlob())
                + ")";
    }

    @Override
    public byte[] getPublicKeyBlob() {
        record.offered(label());
        return inAgent.getPublicKeyBlob();
    }

    @Override
    public String getAlgName() {
        return type(inAgent.getPublicKeyBlob());
    }

    @Override
    public byte[] getSignature(byte[] data) {
        return getSignature(data, getAlgName());
    }

    @Override
    public byte[] getSignature(byte[] data, String algorithm) {
        byte[] signature = inAgent.getSignature(data, signature(algorithm));
        if (signature == null) {
            record.passedOver(Message.of("ssh.agent.refused", label()));
        }
        return signature;
    }
}
