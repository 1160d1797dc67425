import PluginKit

/// Why something was not fetched.
enum TransferStrings {
    static let table = StringTable(
        plugin: "transfer",
        """
        E-TRANSFER-DENIED.rule = 只用 HTTPS 取数，不访问本机和内网地址，地址中不写账号密码；例外由运行本机的人用环境变量 XUNCHA_TRANSFER_ALLOW 放开。 \
        || Files are fetched over HTTPS only, not from this machine or private networks, and no credentials stand in an address; whoever runs the machine makes exceptions by the environment variable XUNCHA_TRANSFER_ALLOW.
        E-TRANSFER-DENIED.refusal = 不允许访问该地址 || this address may not be reached
        E-TRANSFER-DENIED.refusal.plain = {host} 的地址不是 https || the address at {host} is not https
        E-TRANSFER-DENIED.refusal.plainCredential = 口令不经明文 http 发给 {host} || a credential is not sent to {host} over plain http
        E-TRANSFER-DENIED.refusal.credentials = {host} 的地址中写了账号或密码；请放在环境变量里 || the address at {host} holds credentials; put them into the environment
        E-TRANSFER-DENIED.refusal.privateAddress = {host} 指向本机或内网地址 || {host} leads to this machine or a private network
        E-TRANSFER-DENIED.remedy = 请核对地址；确需例外的，请运行本机的人设置环境变量。 || Check the address; where an exception is needed, ask whoever runs the machine.
        E-TRANSFER.rule = 取数有时限和大小上限；一时的故障自动重试。 || Fetching has limits of time and size; what fails for a moment is tried again.
        E-TRANSFER.refusal = 取数没有成功 || nothing could be fetched
        E-TRANSFER.refusal.unresolved = 找不到主机 {host} || the host {host} cannot be found
        E-TRANSFER.refusal.unreachable = 连不上 {host} || {host} cannot be reached
        E-TRANSFER.refusal.timeout = {host} 在时限内没有答完 || {host} did not finish in time
        E-TRANSFER.refusal.cut = 与 {host} 的连接中断，内容不完整 || the connection to {host} was cut; the content is incomplete
        E-TRANSFER.refusal.certificate = {host} 的证书不可信或加密连接失败 || the certificate of {host} is not trusted, or encryption failed
        E-TRANSFER.refusal.library = 本机没有 libcurl，不能从 {host} 取数 || libcurl is not on this machine, nothing can be fetched from {host}
        E-TRANSFER.refusal.other = 从 {host} 取数失败（代码 {code}） || fetching from {host} failed (code {code})
        E-TRANSFER.refusal.status = {host} 答复 {status} || {host} answered {status}
        E-TRANSFER.refusal.redirectLoop = {host} 来回跳转 || {host} redirects in a circle
        E-TRANSFER.refusal.redirects = {host} 跳转超过 {most} 次 || {host} redirects more than {most} times
        E-TRANSFER.refusal.tooLarge = {host} 给出的内容超过 {most} 字节 || {host} sends more than {most} bytes
        E-TRANSFER.remedy = 请稍后再试；仍不成功的，请与对方核对地址。 || Try again later; if it still fails, check the address with the other side.
        E-VAL.refusal.webAddress = “{address}”不是网址 || "{address}" is not a web address
        """)
}
