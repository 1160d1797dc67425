#if HTTPHost
    import PluginKit

    enum HTTPHostStrings {
        static let table = StringTable(
            plugin: "http",
            """
            serve = 启动服务 || serve
            serve.help = 在浏览器和程序接口上提供服务，直到收到停止信号；首次启动会给出设置密码的一次性链接 || serves browsers and programs until told to stop; the first start prints a one-time link for the first password
            serve.example = xuncha serve --host 127.0.0.1 --port 8080 || xuncha serve --host 127.0.0.1 --port 8080
            serve.host = 监听地址 || address
            serve.host.help = 默认 127.0.0.1，仅本机可访问 || 127.0.0.1 if not given, which only this machine can reach
            serve.port = 端口 || port
            serve.port.help = 默认 8080；0 为任意空闲端口 || 8080 if not given; 0 for any free one
            serve.setupAccount = 初始账号 || first account
            serve.setupAccount.help = 账号名:密码，可多次给出；没有则新建，没有密码则设置。也可用环境变量 XUNCHA_SETUP_ACCOUNT（每行一个） || NAME:PASSWORD, as often as needed; made where it is missing, its password set where there is none. XUNCHA_SETUP_ACCOUNT does the same, one a line
            serve.certificate = 证书文件 || certificate
            serve.certificate.help = PEM 格式的证书链，与 --key 一起启用 HTTPS || PEM file with the certificate chain; together with --key it turns on HTTPS
            serve.key = 私钥文件 || private key
            serve.key.help = PEM 格式的私钥 || PEM file with the private key
            serve.trustedProxy = 可信代理 || trusted proxies
            serve.trustedProxy.help = 反向代理的地址或网段，只采信它们的 X-Forwarded-* || addresses or networks of reverse proxies; only their X-Forwarded-* count
            serve.uploadLimit = 上传上限（MB） || upload limit (MB)
            serve.uploadLimit.help = 一次提交的文件合计最多多少兆，默认 64 || most megabytes of files in one form, 64 if not given
            serve.log = 日志级别 || log level
            serve.log.help = 最低记录级别，默认 info || the least level that is logged, info if not given
            serve.ready = 服务已启动：{address} || Serving at {address}
            serve.setUp = 首次使用，请打开此链接设置密码（只能用一次）：{link} || First start: set a password with this link (it works once): {link}
            serve.weakPassword = 初始密码不够安全：{reason} || The first password is weak: {reason}
            serve.stopped = 服务已停止。 || Stopped.
            logLevel.debug = 调试 || debug
            logLevel.info = 信息 || info
            logLevel.warning = 警告 || warning
            logLevel.error = 错误 || error
            http.access.everyone = 所有登录账号可用。 || Everybody who is signed in may use it.
            http.access.roles = 可用角色：{roles}。 || Roles that may use it: {roles}.
            http.api = 程序接口 || API
            http.api.help = 每个操作一个地址：查询用 GET，办理用 POST（JSON，或带文件的表单）。用访问令牌（Authorization: Bearer）或登录会话调用；出错时返回问题文档（RFC 9457）。 || One address for each operation: GET for queries, POST for commands (JSON, or a form with files). Call it with an access token (Authorization: Bearer) or a session; refusals are problem documents (RFC 9457).
            http.api.problem = 被拒绝，原因见问题文档 || refused; the problem document says why
            http.api.accepted = 已受理，进度见 Location || begun; Location tells how far it is
            http.api.bearer = 访问令牌，用 token.create 新建 || an access token, made by token.create
            http.api.session = 登录后的会话 || the session of somebody signed in
            http.api.csrf = 用会话办理时必须带上，值见 /api/session || needed for commands with a session; /api/session tells it
            http.api.lang = 答复的语言，也可用 Accept-Language || language of the answer; Accept-Language does the same
            http.api.format = 答复的格式，也可用 Accept || form of the answer; Accept does the same
            http.api.prefer = respond-async 表示转入后台办理 || respond-async has it done in the background
            http.api.idempotencyKey = 同一键值的重复请求只办理一次，答复保留 24 小时 || a request sent again under the same key is done once; the answer is kept for 24 hours
            http.api.ifMatch = 看到的版本，等同于填写项 version || the version you saw, the same as the field version
            http.api.link = 下一页（rel="next"）或产生的文件（rel="enclosure"） || the next page (rel="next") or a file that was made (rel="enclosure")
            http.api.etag = 记录的版本 || the version of the record
            http.api.message = 结果说明（百分号编码的 UTF-8） || what was done, as percent-encoded UTF-8
            http.api.whoami = 当前账号 || who is signed in
            http.api.job = 后台任务的进度 || how far a job is
            http.api.jobResult = 后台任务的结果 || what became of a job
            http.api.document = 产生的文件，保留 10 分钟 || a file that was made, kept for 10 minutes
            http.api.required = 必填 || required
            http.api.optional = 选填 || optional
            E-HTTP-SIGNIN.rule = 办理业务须先登录。 || Everything needs somebody who is signed in.
            E-HTTP-SIGNIN.refusal = 尚未登录，或登录、令牌已失效 || nobody is signed in, or the session or token is good no longer
            E-HTTP-SIGNIN.remedy = 请重新登录，或使用有效的访问令牌。 || Sign in again, or use a token that is valid.
            E-HTTP-ORIGIN.rule = 只接受本系统页面发出的请求。 || Requests with a session come from the program's own pages.
            E-HTTP-ORIGIN.refusal = 请求不是从本系统页面发出的，或页面已过期 || the request does not come from one of our pages, or the page is too old
            E-HTTP-ORIGIN.remedy = 请刷新页面后重试；程序请使用访问令牌。 || Load the page again and retry; programs use an access token.
            E-HTTP-METHOD.rule = 查询用 GET，办理用 POST。 || Queries are asked with GET, commands with POST.
            E-HTTP-METHOD.refusal = 此地址只接受 {allow} || this address takes {allow} only
            E-HTTP-METHOD.remedy = 请改用允许的方法。 || Use a method that is allowed.
            E-HTTP-ACCEPT.rule = 答复有若干固定的格式。 || Answers come in certain forms.
            E-HTTP-ACCEPT.refusal = 没有所要的格式，可选：{offers} || there is no such form of the answer; there is {offers}
            E-HTTP-ACCEPT.remedy = 请在 Accept 中写明可选的格式。 || Name one of them in Accept.
            E-HTTP-BODY.rule = 请求内容须完整、及时、不超过上限。 || What is sent must be complete, in time and within limits.
            E-HTTP-BODY.refusal = 请求内容不能读取 || what was sent cannot be read
            E-HTTP-BODY.refusal.type = 不能读取“{type}”类型的内容 || content of the type "{type}" cannot be read
            E-HTTP-BODY.refusal.large = 内容超过上限 {limit} 字节 || it is larger than {limit} bytes
            E-HTTP-BODY.refusal.slow = 内容没有在规定时间内送达 || it did not come in time
            E-HTTP-BODY.refusal.brokenOff = 内容没有传完 || it broke off before its end
            E-HTTP-BODY.refusal.malformed = 表单格式有误 || the form is malformed
            E-HTTP-BODY.refusal.address = 地址格式有误 || the address is malformed
            E-HTTP-BODY.remedy = 请检查后重新发送。 || Check it and send it again.
            E-HTTP-BUSY.rule = 同时办理的请求有上限。 || Only so much is done at the same time.
            E-HTTP-BUSY.refusal = 服务繁忙 || too much is being done already
            E-HTTP-BUSY.remedy = 请稍后重试。 || Try again in a moment.
            E-HTTP-RATE.rule = 每个访问令牌每分钟的请求数有上限。 || Every access token has so many requests in a minute.
            E-HTTP-RATE.refusal = 请求过于频繁，请 {seconds} 秒后再试 || too many requests; the next one is answered in {seconds} seconds
            E-HTTP-RATE.remedy = 按 Retry-After 等待；上限见设置 accounts.tokenRequests。 || Wait as Retry-After says; the limit is the setting accounts.tokenRequests.
            http.api.tooMany = 请求过于频繁，Retry-After 说明多少秒后再试 || too many requests; Retry-After says in how many seconds the next one is answered
            http.api.retryAfter = 多少秒后再试 || seconds to wait
            E-HTTP-KEY.rule = 同一 Idempotency-Key 只用于同一请求。 || One Idempotency-Key belongs to one request.
            E-HTTP-KEY.refusal = Idempotency-Key 有误 || the Idempotency-Key is wrong
            E-HTTP-KEY.refusal.length = Idempotency-Key 须为 1 至 255 个字符 || an Idempotency-Key has 1 to 255 characters
            E-HTTP-KEY.refusal.other = 这个 Idempotency-Key 已用于另一请求 || this Idempotency-Key was used for another request
            E-HTTP-KEY.refusal.secret = 已经办理，其中的密钥或链接只显示一次 || it was done already; its key or link is shown once only
            E-HTTP-KEY.remedy = 请换用新的 Idempotency-Key。 || Use a new Idempotency-Key.
            E-HTTP-FAULT.rule = 程序出错时不保存任何内容。 || When the program fails, nothing is saved.
            E-HTTP-FAULT.refusal = 程序出错 || the program failed
            E-HTTP-FAULT.remedy = 请把请求编号告诉系统管理员。 || Tell the administrator the number of the request.
            E-VAL.refusal.setupAccount = 应写作 账号名:密码 || must be NAME:PASSWORD
            E-VAL.refusal.pemFile = 无法读取文件“{path}” || cannot read the file "{path}"
            E-VAL.refusal.pemContent = 证书或私钥无效（{reason}） || the certificate or the key is not valid ({reason})
            E-VAL.refusal.address = “{value}”不是地址或网段 || "{value}" is no address or network
            E-VAL.refusal.listen = 无法在 {address} 监听（{reason}） || cannot listen at {address} ({reason})
            E-VAL.refusal.ifMatch = “{value}”不是这个操作能用的版本 || "{value}" is no version that this operation takes
            E-VAL.refusal.passwordRepeat = 两次输入的密码不一致 || the two passwords are not the same
            E-NOTFOUND.refusal.link = 链接已使用、已过期或不正确，请联系系统管理员重新发出 || the link was used, is too old or is none of ours; ask the administrator for a new one
            """)
    }
#endif
