package org.childrensportal.breakages;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The servers that were started from here, whose classes are changed while they run. What can be
 * changed so is the code of methods; not which members a class has, nor what its constants are.
 */
final class RunningServers {

    private static final String AGENT = "-agentlib:jdwp";

    private RunningServers() {}

    /** The classes have other members than those that run. */
    static final class NotWhileItRuns extends Exception {

        private static final long serialVersionUID = 1;

        NotWhileItRuns(String reason) {
            super(reason);
        }
    }

    /**
     * Puts classes in the place of those of their names, wherever they are loaded.
     *
     * @return in how many places
     * @throws NotWhileItRuns if that can't be done; nothing has changed then
     */
    static int redefine(Map<String, byte[]> classes) throws NotWhileItRuns, IOException {
        int places = 0;
        for (ProcessHandle server : servers()) {
            VirtualMachine machine = attached(server);
            try {
                Map<ReferenceType, byte[]> loaded = new HashMap<>();
                classes.forEach(
                        (name, code) ->
                                machine.classesByName(name)
                                        .forEach(type -> loaded.put(type, code)));
                machine.redefineClasses(loaded);
                places += loaded.size();
            } catch (UnsupportedOperationException | LinkageError e) {
                throw new NotWhileItRuns(e.toString());
            } finally {
                machine.dispose();
            }
        }
        return places;
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(AGENT))
                .filter(process -> !process.info().command().orElse("").endsWith("sh"))
                .toList();
    }

    private static VirtualMachine attached(ProcessHandle server) throws IOException {
        AttachingConnector byProcess =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(connector -> connector.name().equals("com.sun.jdi.ProcessAttach"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> arguments = byProcess.defaultArguments();
        arguments.get("pid").setValue(String.valueOf(server.pid()));
        try {
            return byProcess.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
