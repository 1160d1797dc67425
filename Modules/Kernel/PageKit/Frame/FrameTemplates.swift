/// Whole documents in Mustache. Values in three braces are HTML made elsewhere.
enum FrameTemplates {
    private static let head = """
        <!DOCTYPE html>
        <html lang="{{lang}}"{{{look}}}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · {{product}}</title>
        <link rel="stylesheet" href="{{css}}">
        <link rel="icon" type="image/svg+xml" href="{{icon}}">
        <script src="{{js}}" defer></script>
        {{{refresh}}}</head>

        """

    static let plain =
        head + """
            <body class="plain">
            <main id="main">
            <p class="brand"><span class="seal" aria-hidden="true">巡</span>{{product}}</p>
            {{{content}}}
            </main>
            </body>
            </html>

            """

    static let shell =
        head + """
            <body>
            <a class="skip" href="#main">{{skip}}</a>
            <header class="top">
            <a class="brand" href="/"><span class="seal" aria-hidden="true">巡</span><span>{{product}}</span></a>
            {{{search}}}
            {{{account}}}
            </header>
            <div class="frame">
            {{{navigation}}}
            <main id="main" tabindex="-1">
            {{{flash}}}
            {{{content}}}
            </main>
            </div>
            <footer class="paper-only">{{{printed}}}</footer>
            </body>
            </html>

            """
}
