import CLinux
import Glibc

/// A joinable POSIX thread. Blocks signals meant for the process (SIGTERM, SIGHUP …), so that the thread that waits for
/// them receives them.
package final class Thread: Sendable {
    private let handle: pthread_t
    private let joined = Locked(false)

    private init(handle: pthread_t) {
        self.handle = handle
    }

    /// Starts `body` on a new thread. `name`, cut to 15 bytes, is shown by `ps -L` and debuggers.
    ///
    /// - Parameter yields: gives the thread a low priority: all others of the machine go first. Otherwise the thread
    ///   gets short time slices, because somebody waits for its answer.
    ///
    /// Ends the process with a message if the system cannot create a thread: callers start theirs at start-up.
    package static func start(
        _ name: String, yields: Bool = false, _ body: @escaping @Sendable () -> Void
    ) -> Thread {
        var outer = sigset_t()
        var blocked = sigset_t()
        unsafe sigfillset(&blocked)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { unsafe sigdelset(&blocked, fault) }
        unsafe pthread_sigmask(SIG_SETMASK, &blocked, &outer)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &outer, nil) }

        let box = unsafe Unmanaged.passRetained(Body(name: name, yields: yields, run: body)).toOpaque()
        var handle = pthread_t()
        let code = unsafe pthread_create(
            &handle, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let body = unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
                unsafe clinux_name_this_thread(body.name)
                if body.yields { clinux_lower_this_thread() } else { clinux_hasten_this_thread() }
                body.run()
                return nil
            }, box)
        guard code == 0 else {
            let text =
                "no thread: \(unsafe String(cString: strerror(code))) (limits of processes, memory, address space)\n"
            _ = unsafe write(2, text, text.utf8.count)
            exit(1)
        }
        return Thread(handle: handle)
    }

    /// Lets other threads that wait for this processor run first; almost free if there are none.
    package static func giveWay() { sched_yield() }

    /// Waits for the thread's end. May be called twice; must not be called by the thread itself.
    package func join() {
        let first = joined.withLock { joined in
            defer { joined = true }
            return !joined
        }
        if first { pthread_join(handle, nil) }
    }

    private final class Body: Sendable {
        let name: String
        let yields: Bool
        let run: @Sendable () -> Void

        init(name: String, yields: Bool, run: @escaping @Sendable () -> Void) {
            self.name = name
            self.yields = yields
            self.run = run
        }
    }
}
