import CLinux
import Glibc

/// A joinable POSIX thread. Signals meant for the process (SIGTERM, SIGHUP …) are blocked in it, so that the thread
/// which waits for them gets them.
package final class Thread: Sendable {
    private let handle: pthread_t
    private let joined = Locked(false)

    private init(handle: pthread_t) {
        self.handle = handle
    }

    /// Starts `body` on a new thread. `name` is shown by `ps -L` and debuggers, cut to 15 bytes.
    ///
    /// - Parameter yields: the thread has a low priority: others of the process and the machine go first. Without it the thread
    ///   has short turns on the processor, for somebody waits for an answer whenever it wakes.
    ///
    /// Ends the process, saying why, when the system has no thread to give: every caller starts its few at start-up.
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

    /// Lets threads that wait for the calling one's processor go first; costs next to nothing where none does.
    package static func giveWay() { sched_yield() }

    /// Waits for the thread's end; joining twice is harmless. Never called by the thread itself.
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
