import ClientKit
import Console
import Network

enum ServerCommand {
    private static let address: Parameter<String> = .argument(
        "HOST:PORT", Phrase("where the server is now", "服务器的新地址"))

    /// Changes the address only: a server of another site is refused at the next sync.
    static let command = Command(
        "server", Phrase("tell the device that its server has moved", "更改服务器地址"), address
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let known = try device.site()
        try telling {
            let moved = ServerSite(try Endpoint(arguments[address]), known.fingerprint, isPlain: known.isPlain)
            try device.home.keep(moved)
        }
        interaction.say(Phrase("from now on: \(arguments[address])", "服务器地址已改为 \(arguments[address])"))
        return .ok
    }
}
